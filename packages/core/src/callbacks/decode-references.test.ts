import { describe, expect, it } from 'vitest'
import { decodeReferences, parseXml } from './parse-xml.ts'

describe('references in XML', () => {
  it.each([
    ['&#20013;&#25991;', '中文'],
    ['&#x4e2d;&#x6587;', '中文'],
    ['&#128512;&#x1F600;', '😀😀'],
    ['a &lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;', 'a <b> & "c" \'d\''],
    ['&amp;lt; &amp;#20013;', '&lt; &#20013;'],
    ['&#0000065;', 'A'],
    ['&#10;', '\n'],
    // Not XML's: left alone.
    [
      '&nbsp;&copy; &#0; &#xd800; &#x110000; &#; &#x; &unknown; & &amp',
      '&nbsp;&copy; &#0; &#xd800; &#x110000; &#; &#x; &unknown; & &amp',
    ],
  ])('%s', (text, decoded) => {
    expect(decodeReferences(text)).toBe(decoded)
  })

  it('are decoded in text and left alone in CDATA', () => {
    const fields = parseXml(
      '<xml><Name>&#24352;&#19977; &amp; co</Name><Text><![CDATA[&#24352; &amp; <b>]]></Text><Both>&#24352;<![CDATA[&#19977;]]>&lt;</Both></xml>',
    )
    expect(fields).toEqual({ Name: '张三 & co', Text: '&#24352; &amp; <b>', Both: '张&#19977;<' })
  })

  it('are decoded in time proportional to the text', () => {
    const started = performance.now()
    decodeReferences('&#'.repeat(500_000))
    decodeReferences('&amp'.repeat(250_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
