import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../../platform/database.ts'
import { day, id, instant } from '../../platform/schemas.ts'
import { siteDay } from '../places/site-days.ts'
import { missingOf, saidMissing, saidOf, saidReason } from '../said.ts'
import { milesBetween } from '../sites/distance.ts'
import { siteKinds } from '../sites/site-form.ts'
import { circumstancesForm } from './circumstances.ts'
import { daysLookedAt, type ScheduleFacts } from './facts.ts'
import { firstDay, lastDayLookedAt, noticeDays, plan, rank } from './propose.ts'
import { type ContractDay, marks, purposes, standings } from './standing.ts'

const source = z.enum(['asked', 'application', 'unknown'])

/** A day that stands in a contract, as a page is sent it. */
export const contractDayShown = z.object({
  id,
  siteId: id,
  siteName: z.string(),
  day,
  contractVersion: z.int(),
  mark: z.enum(marks).nullable(),
  standing: z.enum(standings),
  rescheduled: z.boolean(),
})

const rankedSite = z.object({
  siteId: id,
  name: z.string(),
  kind: z.enum(siteKinds),
  /** null: the site is left out, for the reasons given. */
  rank: z.int().nullable(),
  miles: z.number().nullable(),
  placesLeft: z.int().nullable(),
  place: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  reasons: z.array(saidReason),
})

/** Everything that a person chooses site and days from. */
export const schedulePage = z.object({
  enrolmentId: id,
  person: z.object({ id, name: z.string(), address: z.string() }),
  residence: z
    .object({ latitude: z.number(), longitude: z.number(), by: z.enum(['zip', 'hand']) })
    .nullable(),
  version: z.int(),
  purpose: z.enum(purposes),
  adjustedDays: z.int(),
  creditedDays: z.int(),
  daysOwed: z.int(),
  /** Days that still have to be put into the contract; below zero: that have to come off. */
  daysShort: z.int(),
  days: z.array(contractDayShown),
  lostDays: z.array(contractDayShown),
  noticeDays: z.int(),
  firstDay: day,
  lastDay: day,
  earlyStart: z.object({ reason: z.string(), allowedBy: z.string(), allowedAt: instant }).nullable(),
  circumstances: z.object({
    version: z.int(),
    asked: circumstancesForm,
    sources: z.object({ employed: source, limits: source, availableWeekdays: source, notBefore: source }),
    otherLimits: z.string(),
    transport: z.string().nullable(),
  }),
  rankingClause: z.string(),
  sites: z.array(rankedSite),
  missing: z.array(saidMissing),
  /** The site the days are proposed for; null: no site can be proposed. */
  siteId: id.nullable(),
  plan: z
    .object({
      outcome: z.enum(['planned', 'partly-planned', 'nothing-to-plan', 'no-day-found']),
      days: z.array(day),
      short: z.int(),
      weekdays: z.array(z.int()),
      daysAWeek: z.int(),
      reasons: z.array(saidReason),
      skipped: z.array(z.object({ day, reason: saidReason })),
    })
    .nullable(),
  grid: z.array(siteDay),
})

/**
 * Puts together what the page shows: ranking, the days proposed at a site, and the places there.
 * @param siteId the site looked at; null: the first of the ranking
 */
export async function scheduleShown(
  tx: RoomTx<'work'>,
  facts: ScheduleFacts,
  siteId: string | null,
): Promise<z.output<typeof schedulePage>> {
  const { enrolment, standing, known } = facts
  const ranking = rank(facts)
  const shownSite = siteId ?? ranking.result.ranked[0]?.siteId ?? null
  const days = shownSite === null ? [] : await daysLookedAt(tx, facts, shownSite)
  const proposed = shownSite === null ? null : plan(facts, shownSite, days)
  const missing = [...ranking.result.missing, ...(proposed?.result.missing ?? [])]
  return {
    enrolmentId: enrolment.id,
    person: {
      id: enrolment.personId,
      name: [enrolment.givenNames, enrolment.familyName, enrolment.suffix].filter(Boolean).join(' '),
      address: enrolment.address,
    },
    residence: enrolment.residence && { ...enrolment.residence, by: enrolment.residencePlacedBy ?? 'zip' },
    version: facts.version,
    purpose: facts.purpose,
    adjustedDays: enrolment.adjustedDays ?? 0,
    creditedDays: standing.credited,
    daysOwed: standing.owed,
    daysShort: standing.short,
    days: facts.contractDays.map(shownDay),
    lostDays: standing.toReschedule.map(shownDay),
    noticeDays: noticeDays(facts.parameters),
    firstDay: firstDay(facts),
    lastDay: lastDayLookedAt(facts),
    earlyStart: facts.earlyStart && {
      reason: facts.earlyStart.reason,
      allowedBy: facts.earlyStart.allowedBy,
      allowedAt: facts.earlyStart.allowedAt,
    },
    circumstances: {
      version: known.version,
      asked: known.asked,
      sources: known.sources,
      otherLimits: known.otherLimits,
      transport: known.transport,
    },
    rankingClause: ranking.result.clause,
    sites: sitesShown(facts, ranking),
    missing: missing.map(missingOf),
    siteId: shownSite,
    plan: proposed && {
      outcome: proposed.result.outcome,
      days: proposed.result.days.map((planned) => Temporal.PlainDate.from(planned.on)),
      short: proposed.result.short,
      weekdays: [...proposed.result.pattern.allowed],
      daysAWeek: proposed.result.pattern.daysAWeek,
      reasons: proposed.result.pattern.reasons.map(saidOf),
      skipped: proposed.result.skipped.map((skipped) => ({
        day: Temporal.PlainDate.from(skipped.on),
        reason: saidOf(skipped.reason),
      })),
    },
    grid: days,
  }
}

function shownDay(entry: ContractDay): z.output<typeof contractDayShown> {
  const { id, siteId, siteName, day, contractVersion, mark, standing, rescheduled } = entry
  return { id, siteId, siteName, day, contractVersion, mark, standing, rescheduled }
}

function sitesShown(facts: ScheduleFacts, ranking: ReturnType<typeof rank>): z.output<typeof rankedSite>[] {
  const { ranked, excluded } = ranking.result
  const judged = [
    ...ranked.map((site) => ({ ...site, rank: site.rank })),
    ...excluded.map((site) => ({ ...site, rank: null })),
  ]
  return judged.map(({ siteId, rank, reasons }) => {
    const site = facts.sites.find((candidate) => candidate.id === siteId)!
    return {
      siteId,
      name: facts.siteNames.get(siteId) ?? '',
      kind: site.kind,
      rank,
      miles: milesBetween(facts.residence, site.point),
      placesLeft: ranking.input.sites.find((candidate) => candidate.id === siteId)?.placesLeft ?? null,
      place: site.point,
      reasons: reasons.map(saidOf),
    }
  })
}
