/** What users write with the main entry, read by `tsc`. */
import { startSimulator, type Member, type Simulator, type SimulatorApp } from '@wecom-kit/simulator'
import { expectTypeOf } from 'vitest'

expectTypeOf(startSimulator()).resolves.toEqualTypeOf<Simulator>()
await using simulator = await startSimulator({ seed: 'small-corp' })
// There always is a first app, also under noUncheckedIndexedAccess.
expectTypeOf(simulator.apps[0]).toEqualTypeOf<SimulatorApp>()
expectTypeOf(simulator.clientOptions().corpId).toEqualTypeOf<string>()
expectTypeOf(simulator.contacts.user('zhangsan')).toEqualTypeOf<Member | undefined>()
simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'errcode', errcode: -1 })
// @ts-expect-error a fault that does not exist
simulator.faults.add({ path: '/cgi-bin/gettoken', kind: 'earthquake' })
// @ts-expect-error a setting that does not exist
await startSimulator({ settings: { speed: 1 } })
