import { verb } from '../../platform/act.ts'
import type { MarkForm } from './mark.ts'
import { holdMarkedDays, writeMarks } from './write-marks.ts'

/**
 * Marks one day of one person (WAP-P6.3), or corrects its mark; the earlier one stays on record.
 * @throws Problem `not-found`, `conflict`; `cannot-be` at the field, and for a day that has not come
 */
export const markDay = verb('work.mark-day', async (work, form: MarkForm): Promise<{ version: number }> => {
  const held = await holdMarkedDays(work, [form.contractDayId])
  const written = await writeMarks(work, held, [{ form, path: '' }], 'office')
  return { version: held.get(form.contractDayId)!.number + written }
})
