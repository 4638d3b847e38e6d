import { verb, type Work } from '../../platform/act.ts'
import { fieldProblem, notFound, Problem } from '../../platform/problem.ts'
import type { ProtocolStep } from '../guidelines/protocol.ts'
import { askMessage } from '../messages/ask-message.ts'
import { plainClient } from '../plain-client.ts'
import { meetDuty, takeOn } from './acknowledge.ts'
import { askUnit } from './commands.ts'
import { sendTo } from './dispatch.ts'
import { notifyingChannels } from './duties.ts'
import { type AlarmRow, addStep, holdOpenAlarm, protocolOfAlarm, sayChanged } from './hold.ts'
import { canBeDoneAs, type Deed, type Done, isDone, type Outcome } from './outcomes.ts'
import { unitToSignal } from './unit-to-signal.ts'

/**
 * Does a step of an alarm's protocol and keeps when (monitoring rule 5). A call that nobody answers and a message
 * without a channel are on record and leave the step to be done; whoever does the first step has taken the alarm on.
 * @throws Problem `not-found`; `cannot-be` for a step done in a way it cannot be; `not-allowed` where a supervisor
 * must approve first; `conflict` when the alarm was closed
 */
export const doStep = verb(
  'monitoring.do-step',
  async (
    work,
    { alarmId, code, deed }: { alarmId: string; code: string; deed: Deed },
  ): Promise<{ outcome: Outcome }> => {
    const alarm = await holdOpenAlarm(work, alarmId)
    const { steps } = await protocolOfAlarm(work.db, alarmId)
    const step = steps.find((one) => one.code === code)
    if (!step) throw notFound('step of this alarm')
    if (!canBeDoneAs(step.channel, deed.as))
      throw fieldProblem('as', 'This step is done in another way. Load the page again to see how.')
    await takeOn(work, alarm)
    const { outcome, about } = await carryOut(work, alarm, step, deed)
    await addStep(work, alarmId, {
      kind: 'step',
      code,
      note: deed.as === 'message' ? deed.text : deed.note,
      about: { ...about, as: deed.as, channel: step.channel, outcome },
    })
    if (deed.as !== 'skip' && isDone(outcome) && notifyingChannels.includes(step.channel))
      await meetDuty(work, alarmId, 'notify')
    await sayChanged(work, alarm)
    return { outcome }
  },
)

async function carryOut(
  work: Work<'monitoring'>,
  alarm: AlarmRow,
  step: ProtocolStep,
  deed: Deed,
): Promise<Done> {
  switch (deed.as) {
    case 'signal':
      return signal(work, alarm, deed.signal)
    case 'call':
      return { outcome: deed.outcome, about: { phone: deed.phone } }
    case 'message':
      return message(work, alarm, step, deed)
    case 'dispatch':
      return sendTo(work, alarm, deed.where)
    case 'note':
      return { outcome: 'written', about: {} }
    case 'skip':
      return { outcome: 'left-out', about: {} }
  }
}

/** Asks the unit for something at its next message. */
async function signal(work: Work<'monitoring'>, alarm: AlarmRow, kind: string): Promise<Done> {
  // A drill reaches nobody outside the room.
  if (alarm.drill) return { outcome: 'drill', about: { signal: kind } }
  const unit = await unitToSignal(work.db, alarm)
  if (!unit)
    throw new Problem(
      'cannot-be',
      alarm.person_id === null
        ? 'Somebody wears this unit by now: a signal would be theirs. Leave the step out.'
        : 'There is no unit to signal: nobody wears one here. Leave the step out.',
    )
  if (unit.silent === 'way-in')
    throw fieldProblem(
      'signal',
      `Unit ${unit.serial} cannot be told anything: no way in of this unit carries an answer. ${alarm.person_id === null ? 'Leave' : 'Call instead, and leave'} the step out.`,
    )
  if (!unit.signals.includes(kind))
    throw fieldProblem(
      'signal',
      `Unit ${unit.serial} cannot be asked for this. It can: ${unit.signals.join(', ') || 'nothing'}.`,
    )
  const command = await askUnit(work, alarm, unit, kind)
  return { outcome: 'queued', about: { signal: kind, unit: unit.id, command } }
}

async function message(
  work: Work<'monitoring'>,
  alarm: AlarmRow,
  step: ProtocolStep,
  { to, text }: Extract<Deed, { as: 'message' }>,
): Promise<Done> {
  if (alarm.drill) return { outcome: 'drill', about: { to } }
  const { ctx, db } = work
  const taken = await askMessage(
    plainClient(db),
    ctx.agency.id,
    {
      channel: step.channel === 'email' ? 'email' : 'text',
      to,
      title: `Alarm ${alarm.number}`,
      text,
      alarmId: alarm.id,
      askedBy: ctx.actor,
    },
    ctx.now,
  )
  return { outcome: taken.state, about: { to, message: taken.messageId } }
}
