/** What users write with `@wecom-kit/express-middleware/testing`, read by `tsc`. */
import type { WecomSSO, WecomUser } from '@wecom-kit/express-middleware'
import { createTestSession, type TestSession } from '@wecom-kit/express-middleware/testing'
import { expectTypeOf } from 'vitest'

declare const sso: WecomSSO

const session = createTestSession({ userId: 'zhangsan', departmentIds: [1] }, sso)
expectTypeOf(session).toEqualTypeOf<TestSession>()
expectTypeOf(session.user).toEqualTypeOf<WecomUser>()
// As `fetch` takes them.
expectTypeOf(session.headers).toExtend<NonNullable<RequestInit['headers']>>()
// @ts-expect-error somebody has to be somebody
createTestSession({ name: '张三' })
