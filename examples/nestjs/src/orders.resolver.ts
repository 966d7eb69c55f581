import { NotFoundException } from '@nestjs/common'
import { Args, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql'

@ObjectType()
export class Order {
  @Field(() => ID)
  id!: string

  @Field()
  title!: string

  ownerId!: string
}

const orders: Order[] = [
  { id: '1', title: '办公椅', ownerId: 'zhangsan' },
  { id: '2', title: '显示器', ownerId: 'lisi' },
]

@Resolver(() => Order)
export class OrdersResolver {
  @Query(() => [Order])
  orders(): Order[] {
    return orders
  }

  @Query(() => Order)
  order(@Args('id', { type: () => ID }) id: string): Order {
    const found = orders.find((order) => order.id === id)
    if (found === undefined) throw new NotFoundException(`no order ${id}`)
    return found
  }
}
