import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  assessFees,
  assessPeriod,
  capacityLeft,
  checkFeeResolution,
  checkProject,
  checkSanction,
  collectible,
  committeeStanding,
  computeSentence,
  convertFine,
  creditFor,
  deadline,
  feesOnBooks,
  LawInputError,
  mayDecide,
  pack,
  planDays,
  policyReview,
  processStanding,
  proposeSanction,
  rankSites,
  reduceFee,
  resolveParameters,
  rostersLate,
  testsDue,
  violationLetterDue,
} from '../index.ts'
import type {
  CommitteeInput,
  DayPlanInput,
  DecisionRequest,
  FeeInput,
  FeeLine,
  FeeReduction,
  FeeResolution,
  FeesOnBooks,
  FineInput,
  ImposedSanction,
  Pack,
  ParameterOverride,
  Parameters,
  ProcessInput,
  RosterReturn,
  ScheduledDay,
  SentenceInput,
  SiteRankingInput,
  ViolationInput,
  WorkProject,
} from '../types.ts'

// Sentences, fees, sanctions and schedules reckoned by hand from the source texts by somebody who had not read
// the rules. README.md says how.

/** A line of a fee worksheet, and who wants to lower it. */
interface LineOf {
  readonly input: FeeInput
  readonly line: string
  readonly by: Omit<DecisionRequest, 'decision' | 'on'>
}

/** What each question is given. */
interface Given {
  sentence: SentenceInput
  fees: FeeInput
  'fee-period': { readonly from: string; readonly until: string }
  collectible: Omit<LineOf, 'by'> & { readonly chargedOn: string }
  'fee-reduction': LineOf & { readonly reduction: FeeReduction }
  'may-reduce': LineOf
  'fees-on-books': FeesOnBooks
  'fee-resolution': FeeResolution
  fine: FineInput
  sanction: ViolationInput
  imposed: ImposedSanction
  decider: DecisionRequest
  'violation-letter': { readonly days: readonly ScheduledDay[] }
  committee: CommitteeInput
  deadline: { readonly name: string; readonly from: string }
  'policy-review': { readonly lastReviewedOn: string | null }
  process: ProcessInput
  tests: { readonly tested: readonly string[] }
  rosters: { readonly sites: readonly RosterReturn[] }
  credit: { readonly hours: number | null }
  capacity: { readonly name: string; readonly enrolled: number }
  project: { readonly project: WorkProject }
  sites: SiteRankingInput
  days: DayPlanInput
}

interface WorkedCase<Q extends keyof Given = keyof Given> {
  name: string
  pack: string
  asks: Q
  on: string
  /** Values of the county, where a case needs some. */
  county?: readonly ParameterOverride[]
  given: Given[Q]
  /** What the answer holds at least; `refused` where it is no answer, with what the message names. */
  expect: { readonly refused?: string }
  /** Clauses that the answer names. */
  cites?: readonly string[]
  /** The passage of the source, in other words, and where it stands. */
  because: string
  /** The arithmetic. */
  reckoning?: string
  /** Where the text leaves it open. */
  open?: string
  /** What was expected first, what holds, and why by the source. */
  settled?: string
}

/** The law of a case on its day. */
interface Standing {
  readonly law: Pack
  readonly on: string
  readonly county: readonly ParameterOverride[]
  readonly parameters: Parameters
}

const answers: { readonly [Q in keyof Given]: (standing: Standing, given: Given[Q]) => unknown } = {
  sentence: ({ law, parameters }, given) => computeSentence(law, given, parameters),
  fees: ({ law, parameters, on }, given) => assessFees(law, parameters, given, on),
  'fee-period': ({ law, county }, given) => assessPeriod(law, county, given),
  collectible: (standing, { chargedOn, input, line }) =>
    collectible(
      standing.law,
      standing.parameters,
      lineOf(standingOn(standing.law, standing.county, chargedOn), input, line),
      standing.on,
    ),
  'fee-reduction': (standing, { input, line, reduction, by }) =>
    reduceFee(standing.law, lineOf(standing, input, line), reduction, { ...by, on: standing.on }),
  'may-reduce': (standing, { input, line, by }) =>
    mayDecide(standing.law, {
      ...by,
      decision: lineOf(standing, input, line).reducedBy,
      on: standing.on,
    }),
  'fees-on-books': ({ law }, given) => feesOnBooks(law, given),
  'fee-resolution': ({ law }, given) => checkFeeResolution(law, given),
  fine: ({ law, parameters }, given) => convertFine(law, parameters, given),
  sanction: ({ law, parameters, on }, given) => proposeSanction(law, parameters, given, on),
  imposed: ({ law, parameters }, given) => checkSanction(law, parameters, given),
  decider: ({ law }, given) => mayDecide(law, given),
  'violation-letter': ({ law }, { days }) => violationLetterDue(law, days),
  committee: ({ law, parameters, on }, given) => committeeStanding(law, parameters, given, on),
  deadline: ({ law, parameters }, { name, from }) => deadline(law, parameters, name, from),
  'policy-review': ({ law, parameters }, { lastReviewedOn }) => policyReview(law, parameters, lastReviewedOn),
  process: ({ law, parameters }, given) => processStanding(law, parameters, given),
  tests: ({ law, parameters }, { tested }) => testsDue(law, parameters, tested),
  rosters: ({ law, parameters }, { sites }) => rostersLate(law, parameters, sites),
  credit: ({ law, parameters }, { hours }) => creditFor(law, parameters, hours),
  capacity: ({ law, parameters }, { name, enrolled }) => capacityLeft(law, parameters, name, enrolled),
  project: ({ law, on }, { project }) => checkProject(law, project, on),
  sites: ({ law, parameters }, given) => rankSites(law, parameters, given),
  days: ({ law, parameters }, given) => planDays(law, parameters, given),
}

function standingOn(law: Pack, county: readonly ParameterOverride[], on: string): Standing {
  return { law, on, county, parameters: resolveParameters(law, county, on) }
}

function lineOf({ law, parameters, on }: Standing, input: FeeInput, code: string): FeeLine {
  const line = assessFees(law, parameters, input, on).lines.find((one) => one.code === code)
  if (line === undefined) throw new Error(`no line ${code}`)
  return line
}

function answer<Q extends keyof Given>(one: WorkedCase<Q>): unknown {
  return answers[one.asks](standingOn(pack(one.pack), one.county ?? [], one.on), one.given)
}

/** Every clause that an answer names, however deep. */
function clausesIn(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'clause' || key === 'clauses' ? inner : clausesIn(inner),
  )
}

const families = ['sentences', 'fees', 'sanctions', 'schedules']
const files = families.flatMap((family) =>
  readdirSync(new URL(`./${family}/`, import.meta.url)).map((file) => `${family}/${file}`),
)

describe.each(files)('%s', (file) => {
  const cases = JSON.parse(
    readFileSync(new URL(`./${file}`, import.meta.url), 'utf8'),
  ) as readonly WorkedCase[]

  test('its cases say where they stand in the source, each under a name of its own', () => {
    expect(cases.filter(({ because }) => because.trim() === '')).toEqual([])
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  })

  test.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    if (one.expect.refused !== undefined) {
      expect(() => answer(one)).toThrow(LawInputError)
      expect(() => answer(one)).toThrow(new RegExp(one.expect.refused))
      return
    }
    const found = answer(one)
    expect(found).toMatchObject(one.expect)
    expect(clausesIn(found)).toEqual(expect.arrayContaining([...(one.cites ?? [])]))
  })
})
