import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { change, warmUp } from '../app/live.ts'
import { hrefOf, listPlace } from '../app/router.ts'
import { ask } from '../lib/ask.ts'
import { t } from '../lib/language.ts'
import { Empty, StaleNotice, Trouble, Waiting } from '../lib/panels.tsx'
import { isProblem, type Problem } from '../lib/problem.ts'
import { dig } from '../lib/read.ts'
import { useResource } from '../lib/resource.ts'
import { Avatar } from './avatar.tsx'
import { DepartmentPath } from './department-tree.tsx'
import { PersonRow, PersonTags } from './person-row.tsx'
import { readPersonDetails, type Person, type PersonDetails } from './person.ts'
import { personQuery } from './queries.ts'

/** Everything the visitor may know of one member. */
export function PersonCard({ id }: { readonly id: string }) {
  const resource = useResource(id.toLowerCase(), (signal) => readCard(id, signal))
  const { value, problem, slow, refresh } = resource
  const ready = warmUp.value.phase === 'ready'
  useEffect(() => {
    if (ready && value?.withReports === false) refresh()
  }, [ready, value])
  const news = change.value
  useEffect(() => {
    if (news !== undefined && concerns(news, id, value?.details)) refresh()
  }, [news])
  return (
    <section class="panel card" aria-labelledby="person-name">
      <CardBar />
      {value === undefined && problem === undefined && <Waiting slow={slow} />}
      {value === undefined && <Trouble problem={problem} refresh={refresh} />}
      {value !== undefined && <StaleNotice problem={problem} refresh={refresh} />}
      {value !== undefined && value.details === undefined && (
        <>
          <h2 class="card-name" id="person-name">
            {id}
          </h2>
          <Empty title={t('cardGone')}>
            <p>{t('cardGoneHint')}</p>
          </Empty>
        </>
      )}
      {value?.details !== undefined && <Details person={value.details} />}
    </section>
  )
}

interface Card {
  /** undefined for somebody who does not exist or may not be seen. */
  readonly details: PersonDetails | undefined
  readonly withReports: boolean
}

async function readCard(id: string, signal: AbortSignal): Promise<Card | Problem> {
  const reports = warmUp.value.phase === 'ready'
  const data = await ask(personQuery, { id, reports }, signal)
  return isProblem(data) ? data : { details: readPersonDetails(dig(data, 'user')), withReports: reports }
}

function concerns(
  news: { readonly users: ReadonlySet<string>; readonly tree: boolean; readonly everything: boolean },
  id: string,
  person: PersonDetails | undefined,
): boolean {
  const shown = [
    id,
    ...[person?.leaders ?? [], person?.leadersAbove ?? [], person?.reports ?? []]
      .flat()
      .map((other) => other.id),
  ]
  return news.everything || news.tree || shown.some((userId) => news.users.has(userId.toLowerCase()))
}

function CardBar() {
  return (
    <div class="card-bar">
      <a class="quiet card-back" data-page href={hrefOf(listPlace.value)}>
        <span aria-hidden="true">← </span>
        {t('cardBack')}
      </a>
      <a class="quiet card-close" data-page href={hrefOf(listPlace.value)} aria-label={t('cardClose')}>
        <span aria-hidden="true">✕</span>
      </a>
    </div>
  )
}

function Details({ person }: { readonly person: PersonDetails }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever opens a card is there, with a keyboard or a screen reader too.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [person.id])
  const nameless = person.name === person.id && person.memberships.length === 0
  const leads = person.memberships.some(({ isLeader }) => isLeader)
  return (
    <>
      <div class="card-head">
        <Avatar person={person} large />
        <h2 class="card-name" id="person-name" tabIndex={-1} ref={heading}>
          {person.name}
        </h2>
        <p class="card-tags">
          <PersonTags person={person} isLeader={leads} />
        </p>
        <p class="card-position">{nameless ? t('cardOutOfRange') : (person.position ?? t('noPosition'))}</p>
        <CardActions person={person} />
      </div>
      <Part title={t('cardDepartments')} shown={person.memberships.length > 0}>
        <ul class="card-departments">
          {person.memberships.map(({ path, isLeader }) => (
            <li key={path.at(-1)?.id}>
              <DepartmentPath path={path} />
              {isLeader && <span class="tag">{t('leader')}</span>}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('cardContact')} shown>
        <Contact person={person} />
      </Part>
      <PeoplePart title={t('cardLeaders')} people={person.leaders} />
      <PeoplePart title={t('cardLeadersAbove')} people={person.leadersAbove} />
      <PeoplePart title={t('cardReports')} people={person.reports} />
      <Part title={t('cardAttributes')} shown={person.attributes.length > 0}>
        <dl class="facts">
          {person.attributes.map(({ name, value, url }) => (
            <Fact key={name} name={name}>
              {url === undefined ? value : <WebLink url={url} text={value} />}
            </Fact>
          ))}
        </dl>
      </Part>
      <p class="card-foot">
        <a data-page href={`${hrefOf({ view: 'editor' })}?person=${encodeURIComponent(person.id)}`}>
          {t('cardQuery')}
        </a>
      </p>
    </>
  )
}

function CardActions({ person }: { readonly person: PersonDetails }) {
  const copied = useSignal(false)
  const copy = (): void => {
    void navigator.clipboard?.writeText(person.id).then(() => (copied.value = true))
  }
  return (
    <p class="card-actions">
      {/* No document of WeCom describes this scheme; Tencent's own BlueKing pages use it. */}
      <a
        class="primary"
        href={`wxwork://message?username=${encodeURIComponent(person.id)}`}
        title={t('cardChatHint')}
      >
        {t('cardChat')}
      </a>
      {person.businessEmail !== undefined && (
        <a class="quiet" href={`mailto:${person.businessEmail}`}>
          {t('cardMail')}
        </a>
      )}
      <button class="quiet" type="button" onClick={copy}>
        <span role="status">{t(copied.value ? 'cardCopied' : 'cardCopy')}</span>
      </button>
    </p>
  )
}

function Contact({ person }: { readonly person: PersonDetails }) {
  const { mobile, telephone, email, businessEmail, address, alias, englishName } = person
  return (
    <>
      <dl class="facts">
        <Fact name={t('fieldUserId')}>
          <code>{person.id}</code>
        </Fact>
        {alias !== undefined && <Fact name={t('fieldAlias')}>{alias}</Fact>}
        {englishName !== undefined && <Fact name={t('fieldEnglishName')}>{englishName}</Fact>}
        <Fact name={t('fieldBusinessEmail')}>{businessEmail ?? <Unknown />}</Fact>
        {person.isMe && (
          <>
            <Fact name={t('fieldMobile')}>{mobile ?? <Unknown />}</Fact>
            <Fact name={t('fieldTelephone')}>{telephone ?? <Unknown />}</Fact>
            <Fact name={t('fieldEmail')}>{email ?? <Unknown />}</Fact>
            <Fact name={t('fieldAddress')}>{address ?? <Unknown />}</Fact>
          </>
        )}
      </dl>
      {!person.isMe && <p class="hidden-note">{t('cardHidden')}</p>}
    </>
  )
}

function Unknown() {
  return <span class="unknown">{t('notFilled')}</span>
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function WebLink({ url, text }: { readonly url: string; readonly text: string }) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  )
}

function PeoplePart({ title, people }: { readonly title: string; readonly people: readonly Person[] }) {
  return (
    <Part title={title} shown={people.length > 0}>
      <ul class="card-people">
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} />
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Part(props: {
  readonly title: string
  readonly shown: boolean
  readonly children: ComponentChildren
}) {
  if (!props.shown) return null
  return (
    <div class="card-part">
      <h3>{props.title}</h3>
      {props.children}
    </div>
  )
}
