import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Tone } from '../../../parts/status/status.tsx'
import { excuseNames, type Mark, type RosterDay } from '../parts/words.ts'

/** The marks as they stand in a box or are chosen, in the order in which they are met. */
export const markChoices: Record<Mark, MessageDescriptor> = {
  worked: msg`Worked`,
  'sent-home': msg`Sent home`,
  'absent-unexcused': msg`Absent, not excused`,
  'absent-excused': msg`Absent, excused`,
  absent: msg`Absent, not judged yet`,
  'stood-down': msg`Stood down by the site`,
}

export const markOptions = Object.entries(markChoices).map(([value, label]) => ({
  value: value as Mark,
  label,
}))

/** Why an absence was valid. */
export type Excuse = keyof typeof excuseNames

export const excuseOptions = Object.entries(excuseNames).map(([value, label]) => ({
  value: value as Excuse,
  label,
}))

/** Marks that say that somebody worked, for how long. */
export const hasHours = (mark: unknown): boolean => mark === 'worked' || mark === 'sent-home'

/** What a mark asks of the reader. */
export function toneOf({ mark, askOfficer }: Pick<RosterDay, 'mark' | 'askOfficer'>): Tone {
  if (askOfficer) return 'now'
  if (mark === null || mark === 'absent') return 'waiting'
  return mark === 'worked' ? 'settled' : 'over'
}
