import { expect, test } from 'vitest'
import { checkFacts } from './check-facts.ts'
import { fixtureTree } from './support/fixture-tree.ts'

const table = {
  'packages/core/src/wecom/errcode-table.ts': 'x = [\n  [60111, 1],\n  [\n    45009,\n  ],\n]\n',
}

test('finds errcodes, names of fields and names of secrets outside of their room', () => {
  const root = fixtureTree({
    ...table,
    'packages/graphql/src/a.ts':
      "if (code === 60111) stop(user.biz_mail)\nconst names = new Set(['js_code'])\n",
    'packages/core/src/directory/b.ts': 'const quota = [45009]\n',
  })
  expect(checkFacts(root)).toEqual([
    'packages/core/src/directory/b.ts:1: the errcode 45009: ask errcodeIs() or failedAs() for its role',
    'packages/graphql/src/a.ts:1: the errcode 60111: ask errcodeIs() or failedAs() for its role',
    'packages/graphql/src/a.ts:1: biz_mail of a member: ask memberFields',
    "packages/graphql/src/a.ts:2: the secret name 'js_code': ask isSecretName()",
  ])
})

test('leaves comments, declarations of the wire, tests, other numbers and the simulator alone', () => {
  const root = fixtureTree({
    ...table,
    'packages/graphql/src/a.ts': '/** 60111 is absent. */\nconst a = 1 // biz_mail\nconst size = 60112\n',
    'packages/core/src/endpoints/users.ts': 'interface User { biz_mail: string }\n',
    'packages/core/src/x.test.ts': 'expect(60111)\n',
    'packages/simulator/src/y.ts': 'return 60111\n',
  })
  expect(checkFacts(root)).toEqual([])
})
