import type { Happening, Settings, TemplateLibrary, Zone } from '@inlieu/watch'
import { z } from 'zod'
import { verb, type Work } from '../../platform/act.ts'
import { id } from '../../platform/schemas.ts'
import { recordLook } from '../looks/record-look.ts'
import { storedInputs } from '../path/stored-inputs.ts'
import { type Known, knownOf } from '../telling/known.ts'
import { libraryOf, templateSetOf } from '../telling/library.ts'
import { settingsOf } from '../telling/settings-of.ts'
import { compare, type TriedAlarm } from './compare.ts'
import { nearZones } from './near-zones.ts'
import { asIf } from './proposal.ts'
import { remarkOfSet, remarksOnSet } from './remarks.ts'
import { run } from './run.ts'
import { type SetChange, type SetProposal, setChange } from './set-proposal.ts'
import { onRecord, shown, spanBefore, type TriedSpan, tried } from './try-change.ts'

/** People on whose days one change is tried, at most; the answer says of how many. */
const mostPeople = 25
/** Alarms that are shown one by one, at most; the figures count all. */
const mostAlarms = 500

export const triedSet = tried.omit({ exceptionsEnded: true, alarms: true, remarks: true }).extend({
  /** People for whom something would be otherwise, and on how many of them it was tried. */
  people: z.int(),
  triedOn: z.int(),
  /** Of them, those who came near one of the zones at all. */
  near: z.int(),
  alarms: z.array(tried.shape.alarms.element.extend({ person: z.object({ id, name: z.string() }) })),
  /** Of zones that are drawn anew, or that people are put under. */
  remarks: z.array(remarkOfSet),
})

export interface TrySet {
  setId: string
  proposed: SetProposal
}

/**
 * Runs a change of a set of zones over the last 14 days of those whom it would bind otherwise, before anybody saves it
 * (monitoring rule 7): as `tryChange` does for one person, for as many as fit in one answer. Only alarms of the zones
 * of this set are counted. The look at them is recorded in the same act.
 * @throws Problem `not-found`, `already-done`; `cannot-be` at the zone that is wrong
 */
export const trySet = verb(
  'monitoring.try-set',
  async (work, { setId, proposed }: TrySet): Promise<z.output<typeof triedSet>> => {
    const { ctx, db } = work
    const change = await setChange(db, setId, proposed)
    const span = spanBefore(ctx.now)
    const people = change.people.slice(0, mostPeople)
    if (people.length > 0)
      await recordLook(work, {
        purpose: 'supervision',
        scope: 'what-if',
        periodFrom: span.from,
        periodTo: span.to,
        personIds: people,
      })
    const names = new Map([...change.zones, ...change.after].map((zone) => [zone.id, zone.name]))
    const outcomes: Outcome[] = []
    for (const known of await knownOf(db, people, span.from, {}))
      outcomes.push(await tryOn(work, known, setId, change, span))
    const who = await namesOf(work, people)
    const count = (name: 'fixes' | 'onRecord' | 'asSet' | 'withChange') =>
      outcomes.reduce((sum, one) => sum + one[name], 0)
    const alarms = outcomes
      .flatMap(({ person, alarms: own }) => own.map((alarm) => ({ person, alarm })))
      .sort((a, b) => b.alarm.happening.at - a.alarm.happening.at)
    const kept = new Set(change.zones.map((zone) => zone.id))
    return {
      remarks: await remarksOnSet(db, change.lookedAt),
      from: span.from,
      to: span.to,
      people: change.people.length,
      triedOn: people.length,
      near: outcomes.filter(({ isNear }) => isNear).length,
      fixes: count('fixes'),
      onRecord: count('onRecord'),
      asSet: count('asSet'),
      withChange: count('withChange'),
      alarms: alarms.slice(0, mostAlarms).map(({ person, alarm }) => {
        const row = shown(alarm, names)
        // A zone that nobody has saved yet has no id that anybody could look up.
        const zoneId = row.zoneId !== null && kept.has(row.zoneId) ? row.zoneId : null
        return { ...row, zoneId, person: { id: person, name: who.get(person) ?? '' } }
      }),
    }
  },
)

interface Outcome {
  person: string
  isNear: boolean
  fixes: number
  onRecord: number
  asSet: number
  withChange: number
  alarms: TriedAlarm[]
}

async function tryOn(
  { ctx, db }: Work<'monitoring'>,
  known: Known,
  setId: string,
  change: SetChange,
  span: TriedSpan,
): Promise<Outcome> {
  const person = known.personId
  const settings = settingsOf(known, span.from, ctx.agency.timeZone)
  const [asSet, withChange] = [draft(setId, 0), draft(setId, 1)]
  const others = settings.templates.filter((name) => !name.startsWith(`${setId}@`))
  const library: TemplateLibrary = {
    ...(await libraryOf(db, others)),
    [asSet]: templateSetOf(setId, 0, change.zones),
    [withChange]: templateSetOf(setId, 1, change.after),
  }
  const zones: Zone[] = [...library[asSet]!.zones, ...library[withChange]!.zones]
  const ids = new Set(zones.map((zone) => zone.id))
  const stored = await storedInputs(db, person, span.warm, span.to)
  const fixes = stored.filter(({ kind, at }) => kind === 'fix' && at >= span.from.epochMilliseconds).length
  const near = nearZones(stored, zones)
  if (near.length === 0)
    return { person, isNear: false, fixes, onRecord: 0, asSet: 0, withChange: 0, alarms: [] }
  const runWith = async (name: string, isBound: boolean): Promise<Happening[]> => {
    const bound: Settings = { ...settings, templates: isBound ? [...others, name] : others }
    const inputs = asIf(near, bound, span.warm.epochMilliseconds)
    const said = await run(person, inputs, library, span.to.epochMilliseconds)
    return said.filter(({ zone }) => zone !== undefined && ids.has(zone))
  }
  const runs = {
    asSet: await runWith(asSet, change.isBound.asSet),
    withChange: await runWith(withChange, change.isBound.withChange),
  }
  const recorded = await onRecord(db, person, span)
  const ofSet = new Set([...recorded].filter(([, zone]) => ids.has(zone)).map(([key]) => key))
  return { person, isNear: true, fixes, ...compare(runs, ofSet, span.from.epochMilliseconds) }
}

const draft = (setId: string, number: number): string => `${setId}@${number}`

async function namesOf({ db }: Work<'monitoring'>, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await db
    .selectFrom('people.v_person')
    .where('id', 'in', [...people])
    .select(['id', 'given_names', 'family_name', 'suffix'])
    .execute()
  return new Map(
    rows.map((row) => [row.id, [row.given_names, row.family_name, row.suffix].filter(Boolean).join(' ')]),
  )
}
