import { z } from 'zod'
import { type InputOf, verb } from '../../platform/act.ts'
import { Problem } from '../../platform/problem.ts'
import { text } from '../../platform/schemas.ts'
import { meetDuty, takeOn } from './acknowledge.ts'
import { sendTo } from './dispatch.ts'
import { type AlarmRow, addStep, holdOpenAlarm, protocolOfAlarm, sayChanged } from './hold.ts'

export const sendBody = z.strictObject({ where: text(300), note: text(2000, false).default('') })

/** Whether somebody can be sent: there is somebody to look for, or a place to look at. A drill shows how it is done. */
export const canBeSent = (alarm: Pick<AlarmRow, 'person_id' | 'lat' | 'lon' | 'drill'>): boolean =>
  alarm.drill || alarm.person_id !== null || (alarm.lat !== null && alarm.lon !== null)

/**
 * Sends somebody for an alarm, whether its protocol has a step for it or not: on record as that step would be, and as
 * that step where there is one (monitoring rule 5). Where it was false before, a supervisor approves first.
 * @throws Problem `not-found`; `cannot-be` for an alarm about nobody and no place; `not-allowed` where a supervisor
 * must approve first; `conflict` when the alarm was closed
 */
export const sendOfficer = verb(
  'monitoring.send-officer',
  async (work, { alarmId, where, note }: InputOf<typeof sendBody> & { alarmId: string }) => {
    const alarm = await holdOpenAlarm(work, alarmId)
    if (!canBeSent(alarm))
      throw new Problem(
        'cannot-be',
        'This alarm is about nobody and about no place: there is nowhere to send an officer. Write a note.',
      )
    const { steps } = await protocolOfAlarm(work.db, alarmId)
    await takeOn(work, alarm)
    const { outcome, about } = await sendTo(work, alarm, where)
    await addStep(work, alarmId, {
      kind: 'step',
      code: steps.find(({ channel }) => channel === 'dispatch')?.code ?? '',
      note,
      about: { ...about, as: 'dispatch', channel: 'dispatch', outcome },
    })
    await meetDuty(work, alarmId, 'notify')
    await sayChanged(work, alarm)
  },
)
