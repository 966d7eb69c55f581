import { describe, expect, test } from 'vitest'
import { DepartmentTree } from './tree-source.ts'

const wire = [
  { id: 1, parentid: 0, order: 1, name: 'root', name_en: 'Root', department_leader: ['boss'] },
  { id: 2, parentid: 1, order: 10, name: '' },
  { id: 3, parentid: 1, order: 4_294_967_295 },
  { id: 4, parentid: 3, order: 5 },
  { id: 5, parentid: 1, order: 10 },
]

describe('the tree', () => {
  const tree = new DepartmentTree(wire, 0, true)

  test('sorts siblings by order, the larger first, then by id', () => {
    expect(tree.children(1).map(({ id }) => id)).toEqual([3, 2, 5])
  })

  test('names a subtree parents first', () => {
    expect(tree.ids()).toEqual([1, 3, 4, 2, 5])
    expect(tree.below(3).map(({ id }) => id)).toEqual([4])
  })

  test('has no parent for the root, and no name where there is none', () => {
    expect(tree.get(1)).toMatchObject({ parentId: undefined, englishName: 'Root', leaderIds: ['boss'] })
    expect(tree.get(2)).toMatchObject({ parentId: 1, name: undefined, leaderIds: [] })
  })

  test('starts at the topmost visible departments', () => {
    const visible = new DepartmentTree([wire[1]!, wire[3]!], 0, false)
    expect(visible.children(undefined).map(({ id, parentId }) => [id, parentId])).toEqual([
      [2, undefined],
      [4, undefined],
    ])
  })

  test('with a circle of parents ends all the same', () => {
    const circle = new DepartmentTree(
      [
        { id: 6, parentid: 7, order: 1 },
        { id: 7, parentid: 6, order: 1 },
        { id: 8, parentid: 8, order: 1 },
      ],
      0,
      false,
    )
    expect(circle.below(6).map(({ id }) => id)).toEqual([7, 6])
    expect(circle.ids()).toEqual([8])
  })
})
