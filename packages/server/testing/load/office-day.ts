import { Temporal } from 'temporal-polyfill'
import type { Caller } from '../../demonstration/caller.ts'

/** The day it is in an office that is reached from outside. */
export async function officeToday(caller: Caller): Promise<Temporal.PlainDate> {
  const { today } = await caller.get<{ today: string }>('/api/desk/today')
  return Temporal.PlainDate.from(today)
}
