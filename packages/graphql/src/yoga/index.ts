export { createWecomGraphQL } from '../create-wecom-graphql.ts'
export type { UseWecomOptions, WecomYogaContext, WecomYogaOptions } from './options.ts'
export { useWecom } from './use-wecom.ts'
export { wecomYoga, type WecomYoga } from './wecom-yoga.ts'
