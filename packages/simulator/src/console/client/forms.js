import { api, formOf, refused } from './api.js'
import { button, el, labelled } from './dom.js'
import { label } from './labels.js'
import { t } from './texts.js'

/**
 * A control for a value of this form. `read()` gives the value, undefined for one left empty. `known` has names to
 * choose from: `apps`, and `departments` as `[id, name]`.
 */
export function control(form, name, value, known = {}) {
  const options = choicesFor(name, known)
  if (options !== undefined) return chooser(form, options, value)
  return controls[form.kind](form, name, value, known)
}

/** Names to choose from, where a field means one of them. */
function choicesFor(name, { apps, departments }) {
  if (name === 'app') return apps?.map((app) => [app, app])
  const meansDepartment = ['department', 'departments', 'main_department', 'parentid'].includes(name)
  return meansDepartment && departments !== undefined && departments.length <= 2000 ? departments : undefined
}

function chooser(form, options, value) {
  const many = form.kind === 'list'
  const chosen = new Set((many ? (value ?? []) : [value]).map(String))
  const blank = form.optional && !many ? [['', '—']] : []
  const select = el(
    'select',
    { multiple: many, ...(many ? { size: Math.min(8, options.length) } : {}) },
    ...[...blank, ...options].map(([key, text]) =>
      el('option', { value: String(key), selected: chosen.has(String(key)) }, text),
    ),
  )
  const typed = (text) => options.find(([key]) => String(key) === text)?.[0]
  const read = () =>
    many
      ? emptyAs(
          [...select.selectedOptions].map((option) => typed(option.value)),
          value,
        )
      : typed(select.value)
  return { element: select, read }
}

/** Left empty means "not given" unless there was something to take away. */
function emptyAs(list, before) {
  return list.length === 0 && before === undefined ? undefined : list
}

const controls = {
  text(form, _name, value) {
    const input = el('input', { autocomplete: 'off', required: form.optional !== true, value: value ?? '' })
    return { element: input, read: () => (input.value === '' && !value ? undefined : input.value) }
  },
  number({ max, min, optional, whole }, _name, value) {
    const bounds = { ...(min > -1e15 ? { min } : {}), ...(max < 1e15 ? { max } : {}) }
    const step = whole ? 1 : 'any'
    const properties = { type: 'number', ...bounds, step, required: optional !== true }
    const input = el('input', { ...properties, value: value ?? '' })
    return { element: input, read: () => (input.value === '' ? undefined : Number(input.value)) }
  },
  flag(form, _name, value) {
    return chooser(
      form,
      [
        [true, t('yes')],
        [false, t('no')],
      ],
      value,
    )
  },
  choice(form, name, value) {
    return chooser(
      form,
      form.choices.map((choice) => [choice, name === 'status' ? t(`status${choice}`) : String(choice)]),
      value,
    )
  },
  list(form, name, value) {
    const { item } = form
    if (item.kind === 'choice')
      return chooser(
        form,
        item.choices.map((choice) => [choice, String(choice)]),
        value,
      )
    if (item.kind !== 'text' && item.kind !== 'number') return controls.json(form, name, value)
    const input = el('input', {
      autocomplete: 'off',
      value: (value ?? []).join(', '),
      placeholder: t('commas'),
      required: form.optional !== true,
    })
    const items = () =>
      input.value
        .split(/[,，]/)
        .map((text) => text.trim())
        .filter((text) => text !== '')
    const read = () => emptyAs(item.kind === 'number' ? items().map(Number) : items(), value)
    return { element: input, read }
  },
  object(form, _name, value, known) {
    const parts = Object.entries(form.fields).map(([name, field]) => [
      name,
      control(field, name, value?.[name], known),
    ])
    const element = el('div', { className: 'row' }, ...parts.map(([name, part]) => wrap(name, part)))
    return { element, read: () => gather(parts, form) }
  },
  variants(form, _name, value, known) {
    const names = Object.keys(form.variants)
    return switching(
      label(form.by),
      names.map((name) => [name, name]),
      value?.[form.by] ?? names[0],
      (name) => {
        const { [form.by]: _by, ...fields } = form.variants[name].fields
        const inner = controls.object({ kind: 'object', fields }, name, value, known)
        return { element: inner.element, read: () => ({ [form.by]: name, ...inner.read() }) }
      },
    )
  },
  either(form, name, value, known) {
    const names = form.options.map(
      ({ choices, kind }) => choices?.[0] ?? (kind === 'text' ? t('text') : t('some')),
    )
    const first = typeof value === 'object' ? 1 : 0
    return switching(
      '',
      names.map((each, index) => [String(index), each]),
      String(first),
      (index) => {
        const option = form.options[index]
        if (option.kind !== 'choice')
          return control(option, name, typeof value === 'object' ? value : undefined, known)
        return { element: el('span'), read: () => option.choices[0] }
      },
    )
  },
  json(form, _name, value) {
    const area = el('textarea', {
      spellcheck: false,
      rows: 2,
      required: form.optional !== true,
      value: value === undefined ? '' : JSON.stringify(value),
    })
    return { element: area, read: () => (area.value.trim() === '' ? undefined : readJson(area.value)) }
  },
}

/** A choice, and below it what the choice asks for. */
function switching(name, options, chosen, make) {
  const select = el(
    'select',
    { 'aria-label': name || t('kind') },
    ...options.map(([key, text]) => el('option', { value: key, selected: key === chosen }, text)),
  )
  let inner = make(chosen)
  const place = el('div', {}, inner.element)
  select.addEventListener('change', () => {
    inner = make(select.value)
    place.replaceChildren(inner.element)
  })
  const choosing = name === '' ? select : labelled(name, select)
  return { element: el('div', { className: 'switching' }, choosing, place), read: () => inner.read() }
}

function wrap(name, { element }) {
  const compound = element.localName === 'div'
  return compound
    ? el('fieldset', {}, el('legend', {}, label(name)), element)
    : labelled(label(name), element)
}

function gather(parts, form) {
  const given = parts.map(([name, part]) => [name, part.read()]).filter(([, value]) => value !== undefined)
  return given.length === 0 && form.optional ? undefined : Object.fromEntries(given)
}

function readJson(text) {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw refused(`${t('notJson')}: ${error.message}`)
  }
}

/** The form of a switch's body, ready to send it; `first` stand in front, the others behind a fold. */
export async function actForm(route, { done, first, known, path, submit, value }) {
  const body = await formOf(route)
  const whole = body.kind === 'object' ? undefined : control(body, '', value, known)
  const parts = whole
    ? []
    : Object.entries(body.fields).map(([name, form]) => [name, control(form, name, value?.[name], known)])
  const shown = first ?? parts.map(([name]) => name)
  const inFront = shown.flatMap((name) => parts.filter(([each]) => each === name))
  const behind = parts.filter(([name]) => !shown.includes(name))
  const element = el(
    'form',
    { className: 'act', 'aria-label': submit },
    whole?.element,
    ...inFront.map(([name, part]) => wrap(name, part)),
    behind.length === 0
      ? undefined
      : el(
          'details',
          {},
          el('summary', {}, t('more')),
          el('div', { className: 'act' }, ...behind.map(([name, part]) => wrap(name, part))),
        ),
    el('button', { className: 'primary' }, submit),
  )
  element.addEventListener('submit', async (event) => {
    event.preventDefault()
    const sent = whole ? whole.read() : changed(parts, route.startsWith('PATCH') ? value : undefined)
    const [method, pattern] = route.split(' ')
    const answer = await api(method, path ?? pattern, sent)
    delete element.dataset.dirty
    await done(answer)
  })
  element.addEventListener('input', () => (element.dataset.dirty = ''))
  return { element, set: (name, text) => (parts.find(([each]) => each === name)[1].element.value = text) }
}

/** For an edit only what differs, so that fields nobody touched are not told as changed. */
function changed(parts, before) {
  const given = parts
    .map(([name, part]) => [name, part.read()])
    .filter(([name, value]) => value !== undefined && !(before && same(value, before[name])))
  return Object.fromEntries(given)
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The same in a dialog; resolves when it was saved or closed. */
export async function actDialog(title, route, options) {
  const dialog = el('dialog', { 'aria-label': title })
  const { element } = await actForm(route, { ...options, submit: t('save'), done: () => dialog.close() })
  element.prepend(el('h2', {}, title), el('p', { className: 'notice', role: 'alert', hidden: true }))
  element.append(button(t('cancel'), () => dialog.close()))
  dialog.append(element)
  document.body.append(dialog)
  dialog.showModal()
  await new Promise((resolve) => dialog.addEventListener('close', resolve))
  dialog.remove()
}
