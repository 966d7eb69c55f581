import { describe, expect, it } from 'vitest'
import { openWecom } from './open-wecom.ts'

const onSimulator = { account: undefined, simulatorPort: 0 }

describe('openWecom', () => {
  it.each(['small-corp', 'big-corp?users=300&departments=20'])(
    "lets 张三's department see the operations view in %s",
    async (simulatorSeed) => {
      const wecom = await openWecom({ ...onSimulator, simulatorSeed, operationsDepartmentId: undefined })
      const department = wecom.simulator?.contacts.user('zhangsan')?.department
      expect(department).toContain(wecom.operationsDepartmentId)
      await wecom.simulator?.close()
    },
  )

  it('leaves a department that is named as it is', async () => {
    const wecom = await openWecom({ ...onSimulator, simulatorSeed: 'small-corp', operationsDepartmentId: 7 })
    expect(wecom.operationsDepartmentId).toBe(7)
    await wecom.simulator?.close()
  })
})
