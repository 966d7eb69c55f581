import { type Html, html } from './html.ts'

/** Languages of the pages. */
export type Language = 'zh' | 'en'

const style = `
:root{color-scheme:light dark;--ink:#1f2329;--soft:#646a73;--line:#dee0e3;--ground:#f2f3f5;--card:#fff;--brand:#2468f2;--on-brand:#fff;--warn:#a32a1e}
@media(prefers-color-scheme:dark){:root{--ink:#ebebeb;--soft:#a6a6a6;--line:#3a3d42;--ground:#17181a;--card:#212326;--brand:#7aa7ff;--on-brand:#10131a;--warn:#ff9a8f}}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,-apple-system,"PingFang SC","Microsoft YaHei",sans-serif;color:var(--ink);background:var(--ground)}
main{max-width:34rem;margin:2rem auto;padding:1.75rem;background:var(--card);border:1px solid var(--line);border-radius:12px}
h1{font-size:1.3rem;margin:0 0 .25rem}
h2{font-size:1rem;margin:1.5rem 0 .5rem}
p{margin:.25rem 0 .75rem}
.soft{color:var(--soft);font-size:.875rem}
.badge{display:inline-block;padding:.1rem .5rem;border:1px solid var(--line);border-radius:99px;font-size:.75rem;color:var(--soft)}
ul{list-style:none;margin:0;padding:0}
ul.people{max-height:24rem;overflow:auto;border:1px solid var(--line);border-radius:8px}
ul.people li+li{border-top:1px solid var(--line)}
ul.people a{display:flex;gap:.75rem;align-items:center;padding:.55rem .75rem;color:inherit;text-decoration:none}
ul.people a:hover,ul.people a:focus-visible{background:var(--ground)}
.face{flex:none;width:2.25rem;height:2.25rem;border-radius:8px;background:var(--brand);color:var(--on-brand);display:grid;place-items:center}
.who{display:flex;flex-direction:column}
form{margin:0}
.row{display:flex;gap:.5rem;margin:.75rem 0;flex-wrap:wrap}
input[type=search]{flex:1;min-width:10rem;padding:.5rem .75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:8px}
button,.button{padding:.5rem 1rem;font:inherit;border:1px solid var(--line);border-radius:8px;background:transparent;color:inherit;cursor:pointer;text-decoration:none}
button.primary{background:var(--brand);border-color:var(--brand);color:var(--on-brand)}
fieldset{border:1px solid var(--line);border-radius:8px;padding:.5rem .9rem}
legend{padding:0 .3rem;color:var(--soft);font-size:.875rem}
label.check{display:flex;gap:.5rem;padding:.25rem 0}
:focus-visible{outline:3px solid var(--brand);outline-offset:2px}
code{overflow-wrap:anywhere}
.error h1{color:var(--warn)}
`

/** A whole page of the login screens. Nothing is loaded from anywhere. */
export function layout(language: Language, title: string, content: Html): string {
  const note = language === 'zh' ? '这是本地模拟器，不是企业微信。' : 'This is a local simulator, not WeCom.'
  const page = html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        ${content}
        <p class="soft" style="text-align:center">${note}</p>
      </body>
    </html> `
  return page.html
}
