/** A page and its Chinese twin. */
export interface LanguagePair {
  readonly english: string
  readonly chinese: string
}

/** `NAME.md` beside `NAME.zh-CN.md`, and `FOLDER/NAME.md` beside `FOLDER/zh-CN/NAME.md`. */
export function languagePairs(files: readonly string[]): readonly LanguagePair[] {
  return files.flatMap((file) => {
    const english = englishTwin(file)
    return english === undefined ? [] : [{ english, chinese: file }]
  })
}

function englishTwin(file: string): string | undefined {
  if (file.endsWith('.zh-CN.md')) return file.replace(/\.zh-CN\.md$/, '.md')
  if (file.endsWith('.md') && file.includes('/zh-CN/')) return file.replace('/zh-CN/', '/')
  return undefined
}
