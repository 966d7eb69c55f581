import { EditError } from '../contacts/edit-error.ts'
import { ShapeError } from '../shape/shape-error.ts'
import { errmsg } from '../wire/errmsg.ts'
import { Refusal } from '../wire/refusal.ts'

/** Runs an edit of the contacts and turns its errors into WeCom's codes. */
export function contactWrite<T>(edit: () => T): T {
  try {
    return edit()
  } catch (error) {
    if (error instanceof EditError)
      throw new Refusal(error.errcode, 'state', error.message, `${errmsg(error.errcode)}, ${error.message}`)
    if (error instanceof ShapeError)
      throw new Refusal(40058, 'parameters', error.message, `${errmsg(40058)}, ${error.message}`)
    throw error
  }
}
