import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import { getWecomUser, type WecomUser } from '@wecom-kit/express-middleware'
import type { Request } from 'express'

/** The signed-in member as a parameter: `me(@Member() member: WecomUser)`. */
export const Member = createParamDecorator((_data: unknown, context: ExecutionContext): WecomUser =>
  getWecomUser(context.switchToHttp().getRequest<Request>()),
)
