import { type Field, type Option, select } from '../../../parts/form/index.ts'
import type { Words } from '../../../parts/words/words.ts'
import { useHours } from '../parts/hours.ts'

/** A site keeps time by the quarter of an hour. */
const step = 15
const longest = 12 * 60

/** The hours that are offered, in minutes: each quarter of an hour, and those that stand on record between them. */
export function offeredMinutes(onRecord: readonly (number | null)[]): number[] {
  const steps = Array.from({ length: longest / step + 1 }, (_, n) => n * step)
  const between = onRecord.filter((minutes) => minutes !== null)
  return [...new Set([...steps, ...between])].toSorted((a, b) => a - b)
}

/** The offered hours in words. */
export function useHourOptions(onRecord: readonly (number | null)[]): Option[] {
  const hours = useHours()
  return offeredMinutes(onRecord).map((minutes) => ({ value: String(minutes), label: hours(minutes) }))
}

/** Hours worked, chosen from a list; the value is minutes. */
export function hoursField(label: Words, options: readonly Option[]): Field<number | null> {
  const list = select({ label, options })
  return {
    ...list,
    read: (typed, timeZone) => {
      const read = list.read(typed, timeZone)
      return read.ok ? { ok: true, value: read.value === null ? null : Number(read.value) } : read
    },
    write: (minutes) => (minutes === null ? '' : String(minutes)),
  }
}
