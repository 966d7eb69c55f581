/**
 * The directory alone: the cross-request cache of members and departments with its batch planner. Everything here is
 * in the main entry, too.
 *
 * @module
 */
import '../supported-node.ts'

export { createDirectory } from './create-directory.ts'
export { createRedisChangeFeed } from './redis-change-feed.ts'
export type {
  IoRedisPublisher,
  IoRedisSubscriber,
  NodeRedisPublisher,
  NodeRedisSubscriber,
  RedisChangeFeed,
} from './redis-change-feed.ts'
export type {
  ChangeFeed,
  DirectoryClient,
  DirectoryContactsClient,
  DirectoryOptions,
  DirectoryTtl,
} from './options.ts'
export type {
  Directory,
  DirectoryAnswer,
  DirectoryAttribute,
  DirectoryChange,
  DirectoryDepartment,
  DirectoryForget,
  DirectoryLevel,
  DirectoryMembership,
  DirectoryMemory,
  DirectoryReadOptions,
  DirectoryStats,
  DirectoryUser,
  DirectoryUserFull,
  DirectoryUserId,
  DirectoryUserSimple,
  DirectoryUserStatus,
  DirectoryWant,
  DirectoryWarmOptions,
  DirectoryWarmProgress,
} from './types.ts'
