import type { Clause } from '@inlieu/law'
import type { Place } from '../places/take-places.ts'
import type { DayProposal, RankedProposal } from '../schedule/propose.ts'

/** Where an officer's choice is not what was proposed: kept with the reason they gave. */
export interface Departure {
  clause: Clause
  what: 'site-excluded' | 'site-not-first' | 'several-sites' | 'other-days'
  /** The site, or the days, in question. */
  values: readonly string[]
}

/**
 * Compares the days an officer adds with what the law proposed: the first site of the ranking (WAP-P4.1, P5.1)
 * and the days planned for the site they took (WAP-P4.2, P5.2).
 * @param plan the days proposed at the site that was chosen; null when more than one was
 */
export function departures(
  ranking: RankedProposal,
  plan: DayProposal | null,
  added: readonly Place[],
): Departure[] {
  const sites = [...new Set(added.map((place) => place.siteId))]
  const found = sites.flatMap((site) => siteDeparture(ranking, site))
  const { clause } = ranking.result
  if (sites.length > 1) found.push({ clause, what: 'several-sites', values: sites })
  return [...found, ...dayDeparture(plan, added)]
}

function siteDeparture(ranking: RankedProposal, siteId: string): Departure[] {
  const { clause, ranked, excluded } = ranking.result
  if (ranked[0]?.siteId === siteId) return []
  const isExcluded = excluded.some((site) => site.siteId === siteId)
  return [{ clause, what: isExcluded ? 'site-excluded' : 'site-not-first', values: [siteId] }]
}

function dayDeparture(plan: DayProposal | null, added: readonly Place[]): Departure[] {
  if (!plan) return []
  const proposed = new Set<string>(plan.result.days.map((day) => day.on))
  const others = added.map((place) => place.day.toString()).filter((on) => !proposed.has(on))
  const { clause } = plan.result.pattern.reasons[0]!
  return others.length === 0 ? [] : [{ clause, what: 'other-days', values: others }]
}
