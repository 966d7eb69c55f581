import { type Act, act, bodyForm } from './act.ts'
import { adminActs } from './admin.ts'
import { approvalActs } from './approvals.ts'
import { callbackActs, callbackSwitches } from './callbacks.ts'
import { clockActs, clockSwitches } from './clock.ts'
import { codeActs } from './codes.ts'
import { contactActs } from './contacts.ts'
import { customerActs } from './customers.ts'
import { exportAct } from './export.ts'
import { faultActs, faultSwitches } from './faults.ts'
import { journalActs, journalSwitches } from './journal.ts'
import { messageActs } from './messages.ts'
import { readPaths } from './paths.ts'
import { resetAct } from './reset.ts'
import { settingsActs, settingsSwitches } from './settings.ts'
import { readState } from './state.ts'
import { stubActs } from './stubs.ts'
import { tokenActs } from './tokens.ts'

const acts: readonly Act[] = [
  readState,
  readPaths,
  resetAct,
  exportAct,
  ...Object.values<Act>(journalActs),
  ...journalSwitches,
  ...Object.values<Act>(stubActs),
  ...Object.values<Act>(faultActs),
  ...faultSwitches,
  ...Object.values<Act>(tokenActs),
  ...Object.values<Act>(codeActs),
  ...clockSwitches,
  ...Object.values<Act>(clockActs),
  ...Object.values<Act>(settingsActs),
  ...settingsSwitches,
  ...Object.values<Act>(callbackActs),
  ...callbackSwitches,
  ...Object.values<Act>(messageActs),
  ...Object.values<Act>(adminActs),
  ...Object.values<Act>(contactActs),
  ...Object.values<Act>(customerActs),
  ...Object.values<Act>(approvalActs),
  act({
    http: 'GET acts',
    input: [],
    run: () => [...switches].map(([route, each]) => ({ route, body: bodyForm(each) })),
    answer: (all) => ({ acts: all }),
  }),
]

/** Every act that can be done over HTTP, by method and path below `/__simulator/`; `:id` stands for the last part. */
export const switches: ReadonlyMap<string, Act> = new Map(
  acts.flatMap((each) => (each.http === undefined ? [] : [[each.http, each]])),
)
