/** An edit that makes no sense in the corp as it stands; `errcode` is what WeCom's own write API answers. */
export class EditError extends TypeError {
  readonly errcode: number

  constructor(errcode: number, message: string) {
    super(message)
    this.name = 'EditError'
    this.errcode = errcode
  }
}
