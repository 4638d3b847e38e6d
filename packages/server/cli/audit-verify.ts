import { verifyAudit } from '../platform/audit-verify.ts'
import { type Command, INSTANCE_OPTIONS, print, readArguments } from './command.ts'
import { namedInstance, withDatabase } from './instance.ts'

const words = ['audit', 'verify'] as const
const usage = '[--data DIR] [--keys DIR]'

/** `inlieu audit verify`: exit code 0 when the whole trail holds, 1 when it does not. */
export const auditVerifyCommand: Command = {
  words,
  usage,
  summary: 'Recompute every row and seal of the audit trail.',
  run: async (args) => {
    const { values } = readArguments({ words, usage }, args, INSTANCE_OPTIONS, 0)
    const instance = await namedInstance(values)
    const report = await withDatabase(instance, ({ worker }) =>
      verifyAudit(worker, { headsFile: instance.folder.sealHeads }),
    )
    print(
      `${report.rows} rows under ${report.seals} seals; ${report.unsealed} not yet sealed, ${report.erased} erased by order.`,
    )
    for (const fault of report.faults) print(`${fault.kind}: ${fault.where}`)
    print(report.faults.length === 0 ? 'The audit trail is whole.' : 'The audit trail does NOT hold.')
    return report.faults.length === 0 ? 0 : 1
  },
}
