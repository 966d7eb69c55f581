import { errmsg } from './errmsg.ts'

/** A business error of WeCom, thrown by rules and endpoints and turned into an answer in one place. */
export class Refusal extends Error {
  readonly errcode: number

  constructor(errcode: number, text: string = errmsg(errcode)) {
    super(text)
    this.name = 'Refusal'
    this.errcode = errcode
  }
}
