import { describe, expect, it } from 'vitest'
import { cutTexts } from './cut-texts.ts'

const long = (bytes: number): string => 'x'.repeat(bytes)

describe('texts that WeCom cuts', () => {
  it('counts bytes, not characters', () => {
    const cut = (content: string) => cutTexts({ msgtype: 'text', text: { content } })
    expect(cut('中'.repeat(682))).toEqual([])
    expect(cut('中'.repeat(683))).toEqual([{ field: 'text.content', bytes: 2049, limit: 2048 }])
  })

  it.each([
    [
      'video',
      { media_id: 'm', title: long(129), description: long(513) },
      ['video.title', 'video.description'],
    ],
    ['textcard', { title: long(129), description: 'd' }, ['textcard.title']],
    [
      'news',
      { articles: [{ title: 'a' }, { title: long(129), description: long(513) }] },
      ['news.articles[1].title', 'news.articles[1].description'],
    ],
    [
      'mpnews',
      { articles: [{ title: 'a', digest: long(513), content: long(9000) }] },
      ['mpnews.articles[0].digest'],
    ],
    ['markdown', { content: long(9000) }, []],
    ['file', { media_id: long(9000) }, []],
  ])('of %s', (msgtype, body, fields) => {
    expect(cutTexts({ msgtype, [msgtype]: body }).map(({ field }) => field)).toEqual(fields)
  })

  it.each([
    {},
    { msgtype: 5 },
    { msgtype: 'text' },
    { msgtype: 'text', text: null },
    { msgtype: 'news', news: { articles: 'a' } },
    { msgtype: 'news', news: { articles: [null] } },
  ])('leaves %j to WeCom', (message) => {
    expect(cutTexts(message)).toEqual([])
  })
})
