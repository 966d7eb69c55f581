/** What users write with the main entry, read by `tsc`. */
import {
  readSettings,
  runDoctor,
  type DoctorReport,
  type DoctorSettings,
  type FindingLevel,
} from '@wecom-kit/cli'
import { expectTypeOf } from 'vitest'

expectTypeOf(runDoctor).returns.resolves.toEqualTypeOf<DoctorReport>()
expectTypeOf<DoctorReport['findings'][number]['level']>().toEqualTypeOf<FindingLevel>()
expectTypeOf<FindingLevel>().toEqualTypeOf<'ok' | 'warn' | 'error' | 'skipped'>()
expectTypeOf(readSettings).returns.toExtend<DoctorSettings>()
