import { randomUUID } from 'node:crypto'
import { verb, type Work } from '../../platform/act.ts'
import { fieldProblem, Problem } from '../../platform/problem.ts'
import { dayInWords } from '../../platform/words.ts'
import { holdForContract, recordStep } from '../../programs/index.ts'
import { type Place, takePlaces } from '../places/take-places.ts'
import { readEnrolment } from '../schedule/enrolment.ts'
import { daysLookedAt, type ScheduleFacts, scheduleFacts } from '../schedule/facts.ts'
import { holdSchedule } from '../schedule/hold-schedule.ts'
import { type DayProposal, plan, rank } from '../schedule/propose.ts'
import { checkDays, type DayChange } from './check-days.ts'
import { refuseOtherVersion } from './contract-conflict.ts'
import type { ContractForm } from './contract-form.ts'
import { askContractPaper } from './contract-paper.ts'
import { type Departure, departures } from './departures.ts'

/** What was made. */
export interface ContractMade {
  id: string
  version: number
  documentId: string
}

/**
 * Makes the next version of a work schedule contract (WAP-BOOK.5, BOOK.8): site and days that cover exactly
 * what is owed, with places that cannot be oversold. Where the officer departs from what the law proposes,
 * the departure is kept with the reason. Lost days in whose place others are put count as re-scheduled.
 * @throws Problem `not-found`, `conflict`, `full`; `cannot-be` at the field
 */
export const makeContract = verb(
  'work.make-contract',
  async (work, input: ContractForm & { enrolmentId: string }): Promise<ContractMade> => {
    const { ctx, db, emit } = work
    await work.call(holdForContract, input.enrolmentId)
    await readEnrolment(db, ctx, input.enrolmentId)
    const held = await holdSchedule(work, input.enrolmentId)
    if (held.version !== input.version) throw await refuseOtherVersion(work, input.enrolmentId)
    const facts = await scheduleFacts(db, ctx, input.enrolmentId)
    const change = checkDays(facts, input.days)
    if (change.added.length + change.removed.length === 0 && facts.version > 0)
      throw fieldProblem('days', 'Nothing is different from the contract that stands.')
    await refuseElsewhere(work, facts, change.added)
    const decision = await decide(work, facts, change)
    refuseWithoutReason(facts, decision.departures, input.reason)
    await takePlaces(work, { take: change.added, release: change.removed })
    const made = await write(work, facts, { ...input, decision })
    await writeDays(work, facts, change, made.version)
    await work.call(recordStep, {
      enrolmentId: input.enrolmentId,
      kind: 'scheduled',
      about: { contract: made.id, version: made.version },
    })
    await emit('work.contract-made', {
      enrolment: input.enrolmentId,
      person: facts.enrolment.personId,
      contract: made.id,
    })
    for (const site of sitesTouched(change)) await emit('work.list-changed', { site })
    await sayRescheduled(work, facts, made.id)
    return made
  },
)

/** What was decided, whole: running the law over it again is a check, this is the record. */
interface Decision {
  ranking: unknown
  plans: unknown[]
  departures: Departure[]
}

async function decide({ db }: Work<'work'>, facts: ScheduleFacts, change: DayChange): Promise<Decision> {
  const ranking = rank(facts)
  const sites = [...new Set(change.added.map((place) => place.siteId))]
  const plans: DayProposal[] = []
  for (const site of sites) plans.push(plan(facts, site, await daysLookedAt(db, facts, site)))
  return {
    ranking,
    plans,
    departures: departures(ranking, plans.length === 1 ? plans[0]! : null, change.added),
  }
}

function refuseWithoutReason(facts: ScheduleFacts, departed: readonly Departure[], reason: string): void {
  if (reason !== '') return
  if (facts.purpose === 'change')
    throw fieldProblem(
      'reason',
      'Say why a contract that stands is changed: the days suit the program (WAP-BOOK.11).',
    )
  if (departed.length > 0)
    throw fieldProblem('reason', `Say why: ${departed.map((d) => departureInWords(d, facts)).join('; ')}.`)
}

function departureInWords(departure: Departure, facts: ScheduleFacts): string {
  const names = departure.values.map((site) => facts.siteNames.get(site) ?? site).join(', ')
  switch (departure.what) {
    case 'site-excluded':
      return `${names} is ruled out for this person (${departure.clause})`
    case 'site-not-first':
      return `${names} is not the first site by the policy (${departure.clause})`
    case 'several-sites':
      return `more than one site: ${names} (${departure.clause})`
    case 'other-days':
      return `${departure.values.length} ${departure.values.length === 1 ? 'day is' : 'days are'} not the proposed ones (${departure.clause})`
  }
}

/** Nobody is in two places on one day, whichever enrolment sends them there. */
async function refuseElsewhere(
  { db }: Work<'work'>,
  facts: ScheduleFacts,
  added: readonly Place[],
): Promise<void> {
  if (added.length === 0) return
  const elsewhere = await db
    .selectFrom('work.contract_day')
    .select('day')
    .where('person_id', '=', facts.enrolment.personId)
    .where('enrolment_id', '<>', facts.enrolment.id)
    .where('until_version', 'is', null)
    .where(
      'day',
      'in',
      added.map((place) => place.day),
    )
    .orderBy('day')
    .executeTakeFirst()
  if (elsewhere)
    throw fieldProblem('days', `On ${dayInWords(elsewhere.day)} the person is down for another enrolment.`)
}

async function write(
  work: Work<'work'>,
  facts: ScheduleFacts,
  input: ContractForm & { decision: Decision },
): Promise<ContractMade> {
  const { ctx, db } = work
  if (!ctx.actor) throw new Problem('not-allowed', 'A person makes a contract; the office itself cannot.')
  const id = randomUUID()
  const version = facts.version + 1
  const { documentId } = await askContractPaper(work, {
    contractId: id,
    version,
    enrolment: facts.enrolment,
    days: [...facts.standing.waiting, ...input.days],
    pack: facts.pack,
  })
  const { pack, known } = facts
  await db
    .insertInto('work.contract')
    .values({
      agency_id: ctx.agency.id,
      id,
      enrolment_id: facts.enrolment.id,
      person_id: facts.enrolment.personId,
      version,
      purpose: facts.purpose,
      days_owed: facts.standing.owed,
      decision: JSON.stringify({
        ...input.decision,
        known,
        pack: { name: pack.name, version: pack.version, hash: pack.hash },
        parameters: facts.parameters,
      }),
      reason: input.reason,
      early_start_id: usedEarlyStart(facts, input),
      document_id: documentId,
      made_at: ctx.now,
      made_by: ctx.actor,
    })
    .execute()
  await db
    .updateTable('work.schedule')
    .set({ version })
    .where('enrolment_id', '=', facts.enrolment.id)
    .execute()
  return { id, version, documentId }
}

// A permission is used up only by a contract that needs it.
function usedEarlyStart(facts: ScheduleFacts, input: ContractForm): string | null {
  const had = new Set(facts.standing.ahead.map((day) => day.day.toString()))
  const notice = facts.today.add({ days: Number(facts.parameters.values.firstDayNoticeDays?.value ?? 0) })
  const needs = input.days.some(
    (day) => !had.has(day.day.toString()) && day.day.toString() < notice.toString(),
  )
  return needs ? (facts.earlyStart?.id ?? null) : null
}

async function writeDays(
  { ctx, db }: Work<'work'>,
  facts: ScheduleFacts,
  change: DayChange,
  version: number,
): Promise<void> {
  const { id: enrolmentId, personId } = facts.enrolment
  if (change.removed.length > 0) {
    await db
      .updateTable('work.contract_day')
      .set({ until_version: version })
      .where('enrolment_id', '=', enrolmentId)
      .where('until_version', 'is', null)
      .where(
        'day',
        'in',
        change.removed.map((place) => place.day),
      )
      .execute()
  }
  if (facts.standing.toReschedule.length > 0) {
    await db
      .updateTable('work.contract_day')
      .set({ rescheduled_in: version })
      .where(
        'id',
        'in',
        facts.standing.toReschedule.map((day) => day.id),
      )
      .execute()
  }
  if (change.added.length === 0) return
  await db
    .insertInto('work.contract_day')
    .values(
      change.added.map((place) => ({
        agency_id: ctx.agency.id,
        id: randomUUID(),
        enrolment_id: enrolmentId,
        person_id: personId,
        site_id: place.siteId,
        day: place.day,
        from_version: version,
      })),
    )
    .execute()
}

/** The sites whose lists of people are not what they were. */
function sitesTouched({ added, removed }: DayChange): Set<string> {
  return new Set([...added, ...removed].map((place) => place.siteId))
}

// Money hears how many of the days were lost to absence nobody excused (WAP-BOOK.10).
async function sayRescheduled(
  { emit }: Work<'work'>,
  facts: ScheduleFacts,
  contractId: string,
): Promise<void> {
  const { toReschedule } = facts.standing
  if (toReschedule.length === 0) return
  await emit('work.days-rescheduled', {
    enrolment: facts.enrolment.id,
    person: facts.enrolment.personId,
    rescheduling: contractId,
    days: toReschedule.length,
    unexcused: toReschedule.filter((day) => day.mark === 'absent-unexcused').length,
  })
}
