import { matching, maybe, object, oneOf, type Shape, text, withForm } from '../shape/shape.ts'
import { ShapeError } from '../shape/shape-error.ts'
import type { EventForm } from './event-fields.ts'

/** A callback URL as an admin enters it. */
export interface CallbackOptions {
  /** Name of the app. change_contact goes to contacts-sync. */
  app: string
  /** http or https. */
  url: string
  /** Up to 32 letters and digits. */
  token: string
  /** 43 letters and digits. */
  encodingAesKey: string
  /** @default 'xml' */
  format?: 'xml' | 'json' | undefined
  /** `short` as for URLs set since 2022-08-15, `long` as before. @default 'short' */
  form?: EventForm | undefined
}

/** A verified callback URL. */
export interface CallbackConfig extends CallbackOptions {
  format: 'xml' | 'json'
  form: EventForm
  agentId: number | undefined
}

const httpUrl: Shape<string> = withForm(
  (value, at): value is string => {
    if (text(value, at) && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return true
    throw new ShapeError(at, 'expected an http(s) URL')
  },
  { kind: 'text' },
)

/** Checks a callback registration from outside. */
export const callbackShape: Shape<CallbackOptions> = object<CallbackOptions>({
  app: text,
  url: httpUrl,
  token: matching(/^[A-Za-z0-9]{1,32}$/, 'up to 32 letters and digits'),
  encodingAesKey: matching(/^[A-Za-z0-9]{43}$/, '43 letters and digits'),
  format: maybe(oneOf('xml', 'json')),
  form: maybe(oneOf('short', 'long')),
})
