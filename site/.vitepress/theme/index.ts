import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import './style.css'

/** VitePress's own theme with drawings. The API reference is English only: its switch to Chinese leads to the start. */
const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ router }) {
    router.onBeforeRouteChange = (to) => {
      if (!to.includes('/zh/reference/')) return true
      void router.go(to.replace(/\/zh\/reference\/.*$/, '/zh/'))
      return false
    }
  },
}

export default theme
