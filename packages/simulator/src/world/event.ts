/** A value of a pushed event: numbers are written plain, texts as CDATA, lists as repeated elements. */
export type EventValue = string | number | EventFields | readonly EventFields[]

/** The fields of a pushed event by their names on the wire. */
export interface EventFields {
  readonly [name: string]: EventValue
}

/** Something that happened and that callback URLs may hear of. */
export interface WorldEvent {
  /** Whose callback URL it goes to: the app of this name, the apps of this kind (`approval` is 审批), or a URL that a call brought along. */
  readonly to:
    | { readonly app: string }
    | { readonly kind: 'contacts-sync' | 'external-contact' | 'approval' }
    | { readonly url: { readonly url: string; readonly token: string; readonly encodingAesKey: string } }
  readonly fields: EventFields
}
