import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { verb } from '../../platform/act.ts'
import { csv } from '../../platform/files.ts'
import { text } from '../../platform/schemas.ts'
import { type Sitting, sittingBody } from '../looks/purposes.ts'
import { recordLook } from '../looks/record-look.ts'
import { programName, stateWords, unfitInWords } from './file-words.ts'
import { peopleNow } from './live-map.ts'
import type { PersonOnMap } from './people-on-map.ts'
import { type DayLook, dayFor } from './person-day.ts'
import { states } from './state.ts'

// What leaves as a file is a look of its own: nobody can see afterwards who reads it.

/** Which people of the map the file is of: the filters of the page. */
export const mapFileBody = z.strictObject({
  looking: sittingBody,
  name: text(200, false).default(''),
  pack: text(200, false).default(''),
  officer: text(200, false).default(''),
  state: z.enum(states).nullable().default(null),
})
type MapFile = z.output<typeof mapFileBody>

/** The people of the map as a file. */
export const takeMapFile = verb('monitoring.take-map-file', async (work, asked: MapFile): Promise<string> => {
  const { ctx, db } = work
  const people = (await peopleNow(db)).filter((person) => passes(person, asked))
  await recordLook(work, {
    ...lookOf(asked.looking),
    scope: 'export',
    periodFrom: ctx.now,
    periodTo: ctx.now.add({ minutes: 1 }),
    personIds: people.map(({ id }) => id),
  })
  return csv(
    people,
    [
      { title: 'Family name', value: ({ family }) => family },
      { title: 'Given names', value: ({ given }) => given },
      { title: 'Program', value: ({ pack }) => programName(pack) },
      { title: 'Deputy', value: ({ officer }) => officer },
      { title: 'State', value: ({ state }) => stateWords[state] },
      { title: 'Open alarms', value: ({ alarms }) => alarms },
      { title: 'Last contact', value: ({ contact }) => (contact === null ? null : moment(contact * 1000)) },
      { title: 'Position of', value: ({ at }) => (at === null ? null : moment(at * 1000)) },
      { title: 'Latitude', value: ({ lat }) => lat },
      { title: 'Longitude', value: ({ lon }) => lon },
      { title: 'Accuracy in metres', value: ({ accuracy }) => accuracy },
      {
        title: 'Battery in percent',
        value: ({ battery }) => (battery === null ? null : Math.round(battery * 100)),
      },
    ],
    ctx.agency.timeZone,
  )
})

function passes(person: PersonOnMap, { name, pack, officer, state }: MapFile): boolean {
  const plain = (words: string): string => words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const whole = plain(`${person.family}, ${person.given}`)
  // As on the page: the words in either order.
  const words = plain(name).split(/[\s,]+/)
  return (
    words.every((word) => whole.includes(word)) &&
    (pack === '' || person.pack === pack) &&
    (officer === '' || person.officer === officer) &&
    (state === null || person.state === state)
  )
}

/** The positions of a person's day as a file. */
export const takeDayFile = verb('monitoring.take-day-file', async (work, look: DayLook): Promise<string> => {
  const { fixes, units } = await dayFor(work, look, 'export')
  return csv(
    fixes.at.map((_, i) => i),
    [
      { title: 'Measured', value: (i) => moment(fixes.at[i]!) },
      { title: 'Received', value: (i) => moment(fixes.at[i]! + fixes.delay[i]!) },
      { title: 'Unit', value: (i) => units[fixes.unit[i]!]?.serial ?? '' },
      { title: 'Latitude', value: (i) => fixes.lat[i]! },
      { title: 'Longitude', value: (i) => fixes.lon[i]! },
      { title: 'Accuracy in metres', value: (i) => fixes.accuracy[i]! },
      { title: 'Speed in metres a second', value: (i) => fixes.speed[i]! },
      { title: 'Battery in percent', value: (i) => fixes.battery[i]! },
      { title: 'Unfit for a decision because', value: (i) => unfitInWords(fixes.unfit[i]!) },
    ],
    work.ctx.agency.timeZone,
  )
})

const lookOf = ({ purpose, why, sitting }: Sitting) => ({ purpose, why, sitting })

const moment = (millis: number) => Temporal.Instant.fromEpochMilliseconds(millis)
