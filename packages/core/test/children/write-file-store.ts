import { createFileStore } from '@wecom-kit/core'

// Writes `count` keys of its own, one after the other, while other processes do the same to the same file.
const [path = '', name = '', count = '0'] = process.argv.slice(2)
const store = createFileStore(path)
for (let index = 0; index < Number(count); index += 1) {
  await store.set(`${name}:${index}`, { name, index }, 60_000)
}
