import { useEffect } from 'preact/hooks'
import { change, warmUp } from '../app/live.ts'
import { ask } from '../lib/ask.ts'
import { t } from '../lib/language.ts'
import type { MessageKey } from '../lib/messages/zh.ts'
import { Empty } from '../lib/panels.tsx'
import { isProblem } from '../lib/problem.ts'
import { dig, readList, readText } from '../lib/read.ts'
import { PeopleList } from './people-list.tsx'
import { usePeople, type ReadPiece } from './people-source.ts'
import { readPerson } from './person.ts'
import { searchQuery } from './queries.ts'

/** What a search finds; while the server still reads the directory, how far that is. */
export function SearchPanel({ text }: { readonly text: string }) {
  const { phase } = warmUp.value
  if (!isSearchable(text)) return <Empty title={t('searchMore')} />
  return (
    <section class="panel people" aria-labelledby="list-title">
      {phase === 'ready' ? <Results text={text} /> : <Preparing text={text} />}
    </section>
  )
}

function Results({ text }: { readonly text: string }) {
  const source = usePeople(text, readerOf(text))
  const news = change.value
  useEffect(() => {
    if (news !== undefined) source.refresh()
  }, [news])
  return (
    <>
      <Head text={text} total={source.total} />
      {source.total === 0 && source.problem === undefined ? (
        <Empty title={t('searchNone', { text })}>
          <p>{t('searchNoneHint')}</p>
        </Empty>
      ) : (
        <PeopleList source={source} wanted={text} showDepartment />
      )}
    </>
  )
}

function Preparing({ text }: { readonly text: string }) {
  const { phase, done, total } = warmUp.value
  return (
    <>
      <Head text={text} total={undefined} />
      <div class="preparing" role="status">
        <p class="empty-title">
          {phase === 'failed' && t('searchFailed')}
          {phase !== 'failed' &&
            (total === 0 ? t('searchPreparingStart') : t('searchPreparing', { done, total }))}
        </p>
        {phase !== 'failed' && <progress max={Math.max(total, 1)} value={total === 0 ? undefined : done} />}
        <p>{t('searchPreparingHint')}</p>
      </div>
    </>
  )
}

function Head({ text, total }: { readonly text: string; readonly total: number | undefined }) {
  return (
    <div class="panel-head">
      <div class="panel-words">
        <h1 id="list-title">{t('searchResults', { text })}</h1>
      </div>
      <span class="count" role="status">
        {total !== undefined && t(countWords(total), { count: total.toLocaleString() })}
      </span>
    </div>
  )
}

/** The server looks no further than this. */
const mostFound = 1000

function countWords(total: number): MessageKey {
  if (total === 1) return 'peopleOne'
  return total < mostFound ? 'people' : 'peopleMany'
}

function readerOf(text: string): ReadPiece {
  return async (after, signal) => {
    const data = await ask(searchQuery, { text, after }, signal)
    if (isProblem(data)) return data
    const found = dig(data, 'searchUsers')
    const total = dig(found, 'totalCount')
    const more = dig(found, 'pageInfo', 'hasNextPage') === true
    return {
      people: readList(dig(found, 'nodes'), readPerson),
      total: typeof total === 'number' ? total : 0,
      next: more ? readText(dig(found, 'pageInfo', 'endCursor')) : undefined,
    }
  }
}

/** As the server has it: two characters, or one of a script whose characters are words. */
function isSearchable(text: string): boolean {
  return (
    text.trim().length >= 2 ||
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)
  )
}
