/** What users write with `@wecom-kit/core/directory`, read by `tsc`. */
import type { WecomClient } from '@wecom-kit/core'
import {
  createDirectory,
  type Directory,
  type DirectoryDepartment,
  type DirectoryUser,
  type DirectoryUserFull,
} from '@wecom-kit/core/directory'
import { expectTypeOf } from 'vitest'

declare const client: WecomClient

const directory = createDirectory(client)
expectTypeOf(directory).toExtend<Directory>()
expectTypeOf(directory.department(1)).resolves.toEqualTypeOf<DirectoryDepartment | undefined>()
expectTypeOf(directory.search('张')).resolves.toEqualTypeOf<readonly DirectoryUserFull[]>()

const user = await directory.user('zhangsan')
expectTypeOf(user).toEqualTypeOf<DirectoryUser | undefined>()
// The level says what is known.
if (user?.level === 'full') expectTypeOf(user.position).toEqualTypeOf<string | undefined>()
if (user?.level === 'simple') expectTypeOf(user).not.toHaveProperty('position')
if (user?.level === 'id') expectTypeOf(user).not.toHaveProperty('name')
// @ts-expect-error a level that WeCom does not have
await directory.user('zhangsan', { level: 'everything' })
