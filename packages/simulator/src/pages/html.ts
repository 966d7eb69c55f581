/** Text that is already safe HTML. */
export interface Html {
  readonly html: string
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Builds HTML; every interpolated text is escaped unless it is HTML made here. Names in a seed may hold anything. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | Html | readonly Html[])[]
): Html {
  const pieces = parts.map((part, index) => part + render(values[index]))
  return { html: pieces.join('') }
}

function render(value: string | number | Html | readonly Html[] | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'object') return 'html' in value ? value.html : value.map(render).join('')
  return String(value).replace(/[&<>"']/g, (character) => escapes[character] ?? character)
}
