import { t } from '../lib/language.ts'
import { environment } from './environment.ts'
import { hrefOf, place } from './router.ts'

/** What a stranger sees: what this is, and the way in. It leads back to the address they came for. */
export function Welcome({ ended }: { readonly ended: boolean }) {
  const query = new URLSearchParams({ returnTo: hrefOf(place.value) })
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <div class="welcome-words">
        {ended && (
          <p class="ended" role="alert">
            {t('sessionEnded')}
          </p>
        )}
        <h1 id="welcome-title">{t('welcomeTitle')}</h1>
        <p class="lead">{t('welcomeLead')}</p>
        <p>
          <a class="primary" href={`wecom/login?${query.toString()}`}>
            {t('signIn')}
          </a>
        </p>
        {environment.value.consoleUrl !== undefined && <p class="hint">{t('simulatorHint')}</p>}
      </div>
      <ul class="welcome-points">
        {(['welcomeSearch', 'welcomeTree', 'welcomeLive', 'welcomeSafe'] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </section>
  )
}
