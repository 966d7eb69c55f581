export { wecomSubgraph, type WecomSubgraph } from './wecom-subgraph.ts'
