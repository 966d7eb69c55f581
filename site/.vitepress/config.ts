import { defineConfig } from 'vitepress'
import { markdown } from '../src/markdown.ts'
import { sidebar } from '../src/sidebar.ts'
import { tokenize } from '../src/tokenize.ts'
import { weigh } from '../src/weigh.ts'

const repository = 'https://github.com/wecom-kit/wecom-kit'

export default defineConfig({
  srcDir: 'dist/pages',
  outDir: 'dist/site',
  title: 'wecom-kit',
  description: 'WeCom (企业微信) sign-in and company directory for Node',
  cleanUrls: true,
  lastUpdated: false,
  markdown,
  // The compiler options of the repository are for a newer TypeScript than the one in this Vite.
  vite: { esbuild: { tsconfigRaw: '{}' }, build: { chunkSizeWarningLimit: 4000 } },
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${process.env['SITE_BASE'] ?? '/'}favicon.svg` }],
  ],
  ignoreDeadLinks: 'localhostLinks',
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          options: { tokenize },
          searchOptions: { combineWith: 'AND', fuzzy: 0.1, prefix: true, boostDocument: weigh },
        },
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索文档' },
              modal: {
                displayDetails: '显示详情',
                noResultsText: '没有找到',
                resetButtonTitle: '清空',
                backButtonTitle: '关闭',
                footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
    socialLinks: [{ icon: 'github', link: repository }],
  },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: { nav: nav('en'), sidebar: sidebar('en') },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-CN',
      description: 'Node 的企业微信登录与通讯录',
      themeConfig: {
        nav: nav('zh'),
        sidebar: sidebar('zh'),
        outline: { label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '切换到浅色',
        darkModeSwitchTitle: '切换到深色',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
        skipToContentLabel: '跳到正文',
      },
    },
  },
})

function nav(locale: 'en' | 'zh') {
  const base = locale === 'en' ? '' : '/zh'
  const words =
    locale === 'en' ? ['Sign-in', 'GraphQL', 'Client', 'Errors'] : ['登录', 'GraphQL', '客户端', '错误码']
  const links = ['/packages/express-middleware', '/packages/graphql', '/packages/core', '/errors']
  return links.map((link, index) => ({ text: words[index] ?? link, link: base + link }))
}
