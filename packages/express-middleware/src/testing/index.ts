export { createTestSession } from './create-test-session.ts'
export type { TestSession, TestUser } from './create-test-session.ts'
