import { Controller, Get, UseGuards } from '@nestjs/common'
import type { WecomUser } from '@wecom-kit/express-middleware'
import { Member } from './member.decorator.js'
import { WecomGuard } from './wecom.guard.js'

@Controller()
@UseGuards(WecomGuard)
export class PeopleController {
  @Get()
  home(@Member() member: WecomUser): string {
    return `<h1>${member.userId}</h1>`
  }

  @Get('me')
  me(@Member() member: WecomUser): WecomUser {
    return member
  }
}
