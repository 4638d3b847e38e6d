import type { ClosingCode } from '../../monitoring/alarms/closing-codes.ts'
import type { Caller } from '../caller.ts'

interface ListedAlarm {
  id: string
  kind: string
  happenedAt: string
  withdrawn: boolean
  endedAt: string | null
}

interface AlarmPage {
  alarm: ListedAlarm
  steps: { code: string; channel: string; state: string }[]
  record: { number: number }[]
  phones: { number: string }[]
  unit: { signals: string[] } | null
}

/** What an alarm that is over was, by its kind. */
const closings: Readonly<Record<string, { code: ClosingCode; note: string }>> = {
  // Of those that are worked here every one is of the time before a unit was let in, or while nothing ran.
  'no-contact': { code: 'network', note: 'The demonstration was not running; the unit was heard again.' },
  'no-position': { code: 'dead-spot', note: 'Positions again. Indoors, far from a window (made up).' },
  'zone-left': { code: 'violation', note: 'Back home. Written up for the supervising deputy (made up).' },
  'absent-at-start': {
    code: 'violation',
    note: 'Came late. Written up for the supervising deputy (made up).',
  },
  'zone-entered': { code: 'violation', note: 'Left the area when called. Written up (made up).' },
  'zone-crossed': { code: 'returned', note: 'Passed through by car (made up).' },
  strap: { code: 'inspected', note: 'A deputy looked at strap and case: sound (made up).' },
}
const otherwise = { code: 'charged' as const, note: 'Charged again (made up).' }

/**
 * Works the alarms that were over before a moment, as an operator would: each step of the protocol, then the closing
 * with its reason. The newest few are left for whoever opens the queue.
 * @returns how many were closed
 */
export async function workAlarms(
  operator: Caller,
  which: { before: string; only?: string; leave: number },
): Promise<number> {
  const { alarms } = await operator.get<{ alarms: ListedAlarm[] }>('/api/monitoring/alarms?limit=500')
  const over = alarms
    .filter(({ happenedAt, kind }) => happenedAt < which.before && (which.only ?? kind) === kind)
    .filter(({ endedAt, withdrawn }) => endedAt !== null || withdrawn)
    .sort((a, b) => a.happenedAt.localeCompare(b.happenedAt))
  const worked = over.slice(0, Math.max(0, over.length - which.leave))
  for (const { id } of worked) await workAlarm(operator, id)
  return worked.length
}

async function workAlarm(operator: Caller, id: string): Promise<void> {
  const path = `/api/monitoring/alarms/${id}`
  const { alarm, steps, phones, unit } = await operator.get<AlarmPage>(path)
  await operator.post(`${path}/acknowledge`, {})
  for (const { code, channel, state } of steps)
    if (state === 'to-do') await operator.post(`${path}/steps`, { code, deed: deedOf(channel, phones, unit) })
  const { code, note } = alarm.withdrawn
    ? { code: 'withdrawn', note: 'Later evidence shows that nothing had happened.' }
    : (closings[alarm.kind] ?? otherwise)
  const { record } = await operator.get<AlarmPage>(path)
  const seen = Math.max(0, ...record.map(({ number }) => number))
  await operator.post(`${path}/close`, { code, note, whyNot: '', seen })
}

function deedOf(channel: string, phones: AlarmPage['phones'], unit: AlarmPage['unit']): object {
  switch (channel) {
    case 'device': {
      const signal = unit?.signals[0]
      return signal
        ? { as: 'signal', signal }
        : { as: 'skip', note: 'The unit can do nothing for its wearer.' }
    }
    case 'dispatch':
      return { as: 'skip', note: 'Reached by telephone before anybody was sent.' }
    case 'note':
      return { as: 'note', note: 'Looked at positions and battery (made up).' }
    case 'call-participant':
      return { as: 'call', phone: phones[0]?.number ?? '', outcome: 'reached', note: 'Answered (made up).' }
    default:
      return {
        as: 'call',
        phone: '(916) 555-0121',
        outcome: 'reached',
        note: 'Told what is known (made up).',
      }
  }
}
