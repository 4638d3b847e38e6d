import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb } from '../../platform/act.ts'
import { instant } from '../../platform/schemas.ts'
import { recordLook } from '../looks/record-look.ts'
import { alarmPage, readAlarm } from './alarm-page.ts'
import { type Found, findingsOf, fixShown, happeningShown, shownOf } from './evidence.ts'
import { nameOf } from './hold.ts'
import { zoneAsItStood, zonesAsTheyStood } from './zones-as-they-stood.ts'

/**
 * An alarm as it is given out of the room, to a deputy or a court: what was found and by what it was decided, what was
 * owed and when it was met, the whole record. No telephone and no address of anybody, and nothing of where the person is
 * today.
 */
export const alarmFile = alarmPage
  .pick({ alarm: true, protocol: true, steps: true, duties: true, record: true, after: true })
  .extend({
    takenAt: instant,
    takenBy: z.string(),
    findings: z.array(happeningShown),
    zones: z.array(zoneAsItStood),
    /** Those that decided, and no others. */
    fixes: z.array(fixShown),
  })
export type AlarmFile = z.output<typeof alarmFile>

/**
 * Takes the file of one alarm. What leaves the room is a look of its own, with the alarm as its purpose (monitoring
 * rule 8).
 * @throws Problem `not-found`
 */
export const takeAlarmFile = verb(
  'monitoring.take-alarm-file',
  async (work, { alarmId }: { alarmId: string }): Promise<AlarmFile> => {
    const { ctx, db } = work
    const { alarm, protocol, steps, duties, record, after } = await readAlarm(db, ctx, alarmId)
    const found = await findingsOf(db, alarmId)
    const person = alarm.person?.id ?? null
    if (person !== null)
      await recordLook(work, {
        purpose: 'alarm',
        scope: 'export',
        alarmId,
        personIds: [person],
        ...periodOf(alarm.happenedAt, found),
      })
    return {
      ...{ protocol, steps, duties, after },
      // Whom to call is the room's own matter.
      alarm: { ...alarm, askedLast: null },
      record: record.map((entry) => ({ ...entry, about: withoutReach(entry.about) })),
      takenAt: ctx.now,
      takenBy: await nameOf(db, ctx.actor),
      findings: found.map(shownOf),
      zones: await zonesAsTheyStood(db, person, found),
      fixes: decidedBy(found),
    }
  },
)

/** What was done, without the telephones and addresses by which people were reached; where somebody was sent stands. */
const withoutReach = ({ phone: _phone, to: _to, ...about }: AlarmFile['record'][number]['about']) => about

/** Of which time the positions in the file are. */
function periodOf(happened: Temporal.Instant, found: readonly Found[]) {
  const times = [happened, ...found.map(({ at }) => at), ...decidedBy(found).map(({ at }) => at)]
  const sorted = times.sort(Temporal.Instant.compare)
  return { periodFrom: sorted[0]!, periodTo: sorted.at(-1)!.add({ minutes: 1 }) }
}

function decidedBy(found: readonly Found[]): AlarmFile['fixes'] {
  const once = new Map(
    found.flatMap(({ fixes }) => fixes).map((fix) => [`${fix.at} ${fix.lat} ${fix.lon}`, fix]),
  )
  return [...once.values()]
    .sort((one, other) => one.at - other.at)
    .map(({ at, lat, lon, accuracy, distance }) => ({
      ...{ lat, lon, accuracy, speed: null, battery: null, decided: true },
      at: Temporal.Instant.fromEpochMilliseconds(at),
      distance: distance ?? null,
    }))
}
