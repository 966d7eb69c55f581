/** What users write with `@wecom-kit/graphql/yoga`, read by `tsc`. */
import type { Directory } from '@wecom-kit/core'
import { createWecomGraphQL, useWecom, wecomYoga, type WecomYoga } from '@wecom-kit/graphql/yoga'
import { createYoga } from 'graphql-yoga'
import { expectTypeOf } from 'vitest'

declare const directory: Directory

const options = wecomYoga({ directory, viewer: () => ({ userId: 'zhangsan' }) })
expectTypeOf(options).toExtend<WecomYoga>()
createYoga(options)
const wecom = createWecomGraphQL({ directory })
createYoga({ schema: wecom.schema, plugins: [useWecom(wecom, { viewer: () => null })] })
// @ts-expect-error a viewer has a userId
wecomYoga({ directory, viewer: () => ({ name: '张三' }) })
