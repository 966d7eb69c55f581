import { HttpException } from '@nestjs/common'
import { createDirectory, createWecomClient } from '@wecom-kit/core'
import { createWecomGraphQL } from '@wecom-kit/graphql'
import { startSimulator } from '@wecom-kit/simulator'

export const client = createWecomClient((await startSimulator()).clientOptions())

export const wecom = createWecomGraphQL({
  directory: createDirectory(client),
  // What Nest throws for clients keeps its text; everything else is masked.
  publicErrors: (error) => error instanceof HttpException,
})
