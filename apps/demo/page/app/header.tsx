import { SearchBox } from '../directory/search-box.tsx'
import { Avatar } from '../directory/avatar.tsx'
import { chooseLanguage, language, t } from '../lib/language.ts'
import icon from '../icon.svg'
import { environment } from './environment.ts'
import { hrefOf, place } from './router.ts'
import { session } from './session.ts'

/** Brand, search, ways to the other views, language and sign-out. */
export function Header() {
  const now = session.value
  const other = language.value === 'zh' ? 'en' : 'zh'
  return (
    <header class="top">
      <a class="brand" data-page href={hrefOf({ view: 'home' })}>
        <img src={icon} alt="" width="28" height="28" />
        <span class="brand-name">wecom-kit</span>
      </a>
      {now.state === 'signed-in' && (
        <>
          <SearchBox />
          <Views />
        </>
      )}
      <div class="top-actions">
        <button
          class="quiet"
          id="language"
          type="button"
          lang={other === 'en' ? 'en' : 'zh-CN'}
          onClick={() => chooseLanguage(other)}
        >
          {t('otherLanguage')}
        </button>
        {now.state === 'signed-in' && (
          <>
            <a
              class="my-card"
              data-page
              href={hrefOf({ view: 'person', id: now.me.id })}
              aria-label={now.me.name}
            >
              <Avatar person={now.me} />
            </a>
            <form method="post" action="wecom/logout">
              <button class="quiet" type="submit">
                {t('signOut')}
              </button>
            </form>
          </>
        )}
      </div>
    </header>
  )
}

function Views() {
  const { view } = place.value
  const at = view === 'editor' || view === 'operations' ? view : 'home'
  const links = [
    { to: 'home', text: t('navDirectory') },
    { to: 'editor', text: t('navEditor') },
    ...(environment.value.operations ? [{ to: 'operations', text: t('navOperations') } as const] : []),
  ] as const
  return (
    <nav class="views" aria-label={t('navLabel')}>
      {links.map(({ to, text }) => (
        <a key={to} data-page href={hrefOf({ view: to })} aria-current={at === to ? 'page' : undefined}>
          {text}
        </a>
      ))}
    </nav>
  )
}

/** Says that nothing here is real, and where the simulator can be told what to do. */
export function SimulatorNotice() {
  const { consoleUrl } = environment.value
  if (consoleUrl === undefined) return null
  return (
    <aside class="simulator-notice" aria-label={t('simulatorTag')}>
      <p>
        <strong>{t('simulatorTag')}</strong> <span>{t('simulatorNotice')}</span>
      </p>
      <a href={consoleUrl} target="_blank" rel="noopener">
        {t('simulatorOpen')}
      </a>
    </aside>
  )
}
