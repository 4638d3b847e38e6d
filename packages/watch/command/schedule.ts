import { checkSchedule } from '../schedule/index.ts'
import type { WeeklySchedule } from '../types.ts'
import { isObject, jsonObject } from './json-file.ts'
import { Refusal } from './refusal.ts'

const WHAT_TO_DO =
  'Give {"timeZone":"America/Los_Angeles","weekly":[{"zone":"home","days":["mon"],"from":"22:00","to":"06:00"}]}.'

/**
 * A schedule from JSON.
 *
 * @param zones ids of the zones it may name
 * @throws Refusal with the first thing that is wrong, where, and what to do
 */
export function readSchedule(bytes: Uint8Array, file: string, zones: readonly string[]): WeeklySchedule {
  return scheduleOf(jsonObject(bytes, file, WHAT_TO_DO), file, zones)
}

/** The same from parsed JSON. */
export function scheduleOf(
  value: Record<string, unknown>,
  file: string,
  zones: readonly string[],
): WeeklySchedule {
  for (const part of ['weekly', 'exceptions', 'leave']) {
    const list = value[part]
    if (!Array.isArray(list)) continue
    const wrong = list.findIndex((one) => !isObject(one))
    if (wrong !== -1) throw new Refusal(`${file}: ${part}[${wrong}]`, 'It is no object.', WHAT_TO_DO)
  }
  const schedule = value as unknown as WeeklySchedule
  const problem = checkSchedule(schedule, zones)
  if (problem) throw new Refusal(`${file}: ${problem.where}`, problem.what, problem.whatToDo)
  return schedule
}
