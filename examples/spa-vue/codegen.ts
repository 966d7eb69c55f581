import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  schema: 'node_modules/@wecom-kit/graphql/schema.graphql',
  documents: 'src/**/*.vue',
  generates: { 'src/gql/': { preset: 'client', config: { useTypeImports: true } } },
}

export default config
