import type { Missing } from '../eligibility/types.ts'
import { because, citation, requirePart } from '../pack.ts'
import type { Pack, Reason, Values } from '../pack.types.ts'
import { checkParameters, numberOf, numberOrUnset } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import type { WordingCode } from '../wording/index.ts'
import { sitesSchema } from './schema.ts'
import type { ExcludedSite, RankedSite, SiteCandidate, SiteRanking, SiteRankingInput } from './types.ts'

/**
 * Work sites in the order of the policy's priorities, each with its reasons, and those left out with why.
 *
 * First assignment (WAP-P4.1): ability; closest with current vacancies; county; small; large. Re-scheduling
 * (WAP-P5.1): ability; a site the person has the ability to get to; county; small; large; then the closest
 * (own). A priority only decides among sites that are equal in those before it. Distances within the step
 * that the office sets are equal (own). What is not known ranks behind what is, and is asked.
 *
 * Distances are miles. Throws `LawInputError` when the input does not fit, or the program has none.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const parameters = resolveParameters(wap, [], '2026-03-02')
 * const site = { kind: 'city', placesLeft: 2, peopleADay: 6, cannotTake: [], reachable: true, underContract: true }
 * const sites = [{ ...site, id: 'far', distanceMiles: 9 }, { ...site, id: 'near', distanceMiles: 3.2 }]
 * const ranking = rankSites(wap, parameters, { purpose: 'first', limits: [], sites })
 * ranking.ranked.map((s) => s.siteId) // => ['near', 'far']
 * ranking.missing[0].name // => 'smallSiteUpTo'
 */
export function rankSites(pack: Pack, parameters: Parameters, input: SiteRankingInput): SiteRanking {
  checkParameters(pack, parameters)
  accept('sites', sitesSchema, input)
  requirePart(pack, 'sites.first', 'work sites to rank')
  const judged = input.sites.map((site) => judge(pack, parameters, input, site))
  const ranked = judged.filter((site) => site.against.length === 0)
  return {
    clause: because(pack, `sites.${input.purpose}`).clause,
    ranked: ranked.sort(byPriority).map(
      ({ siteId, priorities }, i): RankedSite => ({
        siteId,
        rank: i + 1,
        reasons: priorities.map((p) => p.reason),
      }),
    ),
    excluded: judged
      .filter((site) => site.against.length > 0)
      .map(({ siteId, against }): ExcludedSite => ({ siteId, reasons: against })),
    missing: missingFrom(pack, parameters, input),
  }
}

/** One priority as it stands for one site: the lower `order` goes first. */
interface Priority {
  readonly order: number
  readonly reason: Reason
}

interface Judged {
  readonly siteId: string
  readonly against: readonly Reason[]
  readonly priorities: readonly Priority[]
}

type Judge = (pack: Pack, parameters: Parameters, input: SiteRankingInput, site: SiteCandidate) => Priority

/** The priorities of each clause, in its order. */
const PRIORITIES: Readonly<Record<SiteRankingInput['purpose'], readonly Judge[]>> = {
  first: [ability, distance, vacancies, county, size],
  're-schedule': [ability, reach, vacancies, county, size, distance],
}

function judge(pack: Pack, parameters: Parameters, input: SiteRankingInput, site: SiteCandidate): Judged {
  return {
    siteId: site.id,
    against: against(pack, input, site),
    priorities: PRIORITIES[input.purpose].map((priority) => priority(pack, parameters, input, site)),
  }
}

function against(pack: Pack, input: SiteRankingInput, site: SiteCandidate): readonly Reason[] {
  const reasons: Reason[] = []
  const beyond = (input.limits ?? []).filter((limit) => site.cannotTake.includes(limit))
  if (!site.underContract) reasons.push(because(pack, 'sites.no-contract'))
  if (beyond.length > 0) reasons.push(why(pack, input, 'sites.beyond-ability', { limits: beyond.join(', ') }))
  if (site.placesLeft === 0) reasons.push(why(pack, input, 'sites.full'))
  if (input.purpose === 're-schedule' && site.reachable === false)
    reasons.push(why(pack, input, 'sites.out-of-reach'))
  return reasons
}

function ability(pack: Pack, _: Parameters, input: SiteRankingInput): Priority {
  return input.limits === null
    ? { order: 1, reason: why(pack, input, 'sites.ability-unknown') }
    : { order: 0, reason: why(pack, input, 'sites.ability-fits') }
}

function distance(
  pack: Pack,
  parameters: Parameters,
  input: SiteRankingInput,
  site: SiteCandidate,
): Priority {
  const miles = site.distanceMiles
  const own = input.purpose === 're-schedule'
  if (miles === null)
    return { order: Number.POSITIVE_INFINITY, reason: { ...why(pack, input, 'sites.distance-unknown'), own } }
  const step = numberOf(parameters, 'distanceStepMiles')
  return {
    // A hair above the quotient, so that 0.3 miles by steps of 0.1 is the third step and not the second.
    order: Math.floor(miles / step + 1e-9),
    reason: { ...why(pack, input, 'sites.distance', { miles }), own },
  }
}

/** Places do not rank a site (one without any is left out); an unknown number goes behind a known one. */
function vacancies(pack: Pack, _: Parameters, input: SiteRankingInput, site: SiteCandidate): Priority {
  return site.placesLeft === null
    ? { order: 1, reason: why(pack, input, 'sites.places-unknown') }
    : { order: 0, reason: why(pack, input, 'sites.places', { places: site.placesLeft }) }
}

function reach(pack: Pack, _: Parameters, input: SiteRankingInput, site: SiteCandidate): Priority {
  return site.reachable === null
    ? { order: 1, reason: why(pack, input, 'sites.reach-unknown') }
    : { order: 0, reason: why(pack, input, 'sites.in-reach') }
}

function county(pack: Pack, _: Parameters, input: SiteRankingInput, site: SiteCandidate): Priority {
  return site.kind === 'county'
    ? { order: 0, reason: why(pack, input, 'sites.county') }
    : { order: 1, reason: why(pack, input, 'sites.not-county') }
}

function size(pack: Pack, parameters: Parameters, input: SiteRankingInput, site: SiteCandidate): Priority {
  const smallUpTo = numberOrUnset(parameters, 'smallSiteUpTo')
  const people = site.peopleADay
  if (smallUpTo === null || people === null)
    return { order: 1, reason: why(pack, input, 'sites.size-unknown') }
  return people <= smallUpTo
    ? { order: 0, reason: why(pack, input, 'sites.small', { people }) }
    : { order: 2, reason: why(pack, input, 'sites.large', { people }) }
}

/** A reason under the clause that ranks sites for this purpose. */
function why(pack: Pack, input: SiteRankingInput, code: WordingCode, values: Values = {}): Reason {
  const { clause, own } = citation(pack, `sites.${input.purpose}`)
  return { code, clause, own, values }
}

/** The first priority in which two sites differ decides; the id settles the rest, so that order never varies. */
function byPriority(a: Judged, b: Judged): number {
  for (const [i, { order }] of a.priorities.entries()) {
    const other = b.priorities[i]!.order
    if (order !== other) return order < other ? -1 : 1
  }
  return a.siteId < b.siteId ? -1 : 1
}

function missingFrom(pack: Pack, parameters: Parameters, input: SiteRankingInput): readonly Missing[] {
  const { clause } = because(pack, `sites.${input.purpose}`)
  const smallSite = pack.parameters.find((p) => p.name === 'smallSiteUpTo')
  const missing: Missing[] = []
  if (input.limits === null)
    missing.push({ of: 'fact', name: 'limits', question: 'sites.question.limits', clauses: [clause] })
  if (smallSite && numberOrUnset(parameters, smallSite.name) === null)
    missing.push({ of: 'parameter', name: smallSite.name, question: smallSite.question, clauses: [clause] })
  return missing
}
