/**
 * Carries short messages between processes. `createRedisChangeFeed` is one; any publish-and-subscribe will do. It may
 * lose messages: what is lost is seen when lifetimes end.
 */
export interface ChangeFeed {
  /** Sends a message to every subscriber of the topic, in this process and others. */
  publish(topic: string, message: string): Promise<unknown>
  /** Hands every message of the topic to the listener from the moment it resolves. */
  subscribe(topic: string, listener: (message: string) => void): Promise<unknown>
}
