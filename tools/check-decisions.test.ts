import { expect, test } from 'vitest'
import { checkDecisions } from './check-decisions.ts'
import { fixtureTree } from './support/fixture-tree.ts'

const good = '# A\n\nStatus: accepted\n\n## Context\n\n## Decision\n\n## Consequences\n\n## Alternatives\n'

test('accepts a complete decision in the index', () => {
  const root = fixtureTree({
    'docs/decisions/README.md': '- [A](./2026-11-20-a.md)',
    'docs/decisions/2026-11-20-a.md': good,
  })
  expect(checkDecisions(root)).toEqual([])
})

test('finds a wrong name, a missing index line, section and status', () => {
  const root = fixtureTree({
    'docs/decisions/README.md': '# Decisions',
    'docs/decisions/a.md': good.replace('Status: accepted', 'Status: fine').replace('## Alternatives\n', ''),
  })
  expect(checkDecisions(root)).toEqual([
    'docs/decisions/a.md: is not named YYYY-MM-DD-title.md',
    'docs/decisions/a.md: is not in docs/decisions/README.md',
    'docs/decisions/a.md: has no section Alternatives',
    'docs/decisions/a.md: has no line "Status: accepted", proposed or superseded by …',
  ])
})
