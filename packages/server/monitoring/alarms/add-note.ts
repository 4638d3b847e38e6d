import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import { text } from '../../platform/schemas.ts'
import { takeOn } from './acknowledge.ts'
import { addStep, holdAlarm, sayChanged } from './hold.ts'

export const noteBody = z.strictObject({ note: text(2000) })

/** Writes something down about an alarm, open or closed. */
export const addNote = verb(
  'monitoring.add-note',
  async (work, { alarmId, note }: InputOf<typeof noteBody> & { alarmId: string }) => {
    const alarm = await holdAlarm(work, alarmId)
    await addStep(work, alarmId, { kind: 'note', note })
    await sayChanged(work, alarm)
  },
)

/** How the participant answered, and in which words. */
export const replyBody = z.strictObject({
  via: z.enum(['call', 'text', 'in-person', 'unit']),
  words: text(2000),
})

/**
 * Captures what the participant said about it (field 5: in their words, on the alarm itself), open or closed: whoever
 * listens while somebody else closes it loses none of it.
 */
export const recordReply = verb(
  'monitoring.record-reply',
  async (work, { alarmId, via, words }: InputOf<typeof replyBody> & { alarmId: string }) => {
    const alarm = await holdAlarm(work, alarmId)
    await takeOn(work, alarm)
    await addStep(work, alarmId, { kind: 'reply', note: words, about: { via } })
    await sayChanged(work, alarm)
  },
)
