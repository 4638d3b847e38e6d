import { describe, expect, test } from 'vitest'
import { rule } from '../eligibility/rule.ts'
import {
  assess,
  assessFees,
  checkCommitment,
  computeSentence,
  countyPack,
  decidedUnder,
  pack,
  packs,
  resolveParameters,
  wording,
} from '../index.ts'
import { definePack } from '../pack.ts'
import { booked } from '../testing/commitments.ts'
import { ON, parametersOf, wap } from '../testing/wap.ts'
import type { DecidedKind, DecidedResult, Erratum, Facts, Pack } from '../types.ts'

/** What was encoded: at the limit a person is above it. It is `wap` that has it right. */
const wrongly = changed(wap, [], 'at-least')
const erratum: Erratum = {
  clause: 'WAP-ELIG.a',
  textCode: 'wap.rule.daysLeft',
  words: 'wap.rule.daysLeft',
  kinds: ['assessment'],
  hashes: [wrongly.hash],
  from: '1995-01-03',
  until: null,
  corrected: '2026-04-01',
}
const corrected = changed(wap, [erratum])

/** The Work Alternative Program with errata, and with another condition for WAP-ELIG.a. */
function changed(p: Pack, errata: readonly Erratum[], op: 'at-least' | 'more-than' = 'more-than'): Pack {
  const { hash: _, ...declared } = p
  const rules = p.rules.map((r) =>
    r.clause === 'WAP-ELIG.a'
      ? rule({
          clause: 'WAP-ELIG.a',
          kind: r.kind,
          steps: r.steps,
          from: r.from,
          textCode: 'wap.rule.daysLeft',
          condition: { op, fact: 'daysLeftToServe', than: { parameter: 'daysLeftLimit' } },
        })
      : r,
  )
  return definePack({ ...declared, rules, errata })
}

/** Nothing speaks against this person but the days that are left. */
const factsWith = (daysLeftToServe: number): Facts => ({
  ...Object.fromEntries(wap.facts.filter((f) => f.type === 'yes-no').map((f) => [f.name, false])),
  violentConvictions: 0,
  daysLeftToServe,
})

/** An assessment as an office stored it. */
function decided(id: string, days: number, under: Pack = wrongly, on = ON): DecidedResult {
  const result = assess(under, parametersOf({}, on), factsWith(days), on)
  return { id, kind: 'assessment', on, hash: under.hash, result: JSON.parse(JSON.stringify(result)) }
}

const casesOf = (results: readonly DecidedResult[], of: Partial<Erratum> = {}) =>
  decidedUnder(changed(wap, [{ ...erratum, ...of }]), results)[0]!.cases

describe('an erratum lists the cases decided under it', () => {
  test('those of the wrong hash, with what was decided and what the corrected rules say', () => {
    const results = [decided('below', 44), decided('at', 45), decided('above', 46), decided('right', 45, wap)]
    const [found] = decidedUnder(corrected, results)
    expect(found).toMatchObject({ erratum: { clause: 'WAP-ELIG.a' }, compared: 4 })
    expect(found!.cases.map((c) => [c.id, c.certain, c.before, c.after])).toEqual([
      ['below', true, 'eligible', 'eligible'],
      ['at', true, 'officer-decides', 'eligible'],
      ['above', true, 'officer-decides', 'officer-decides'],
      // Its hash is not the corrected pack's, and of no release that is known: looked at by a person.
      ['right', false, 'eligible', 'eligible'],
    ])
  })

  test('nothing that was decided under the corrected pack is among them', () => {
    expect(casesOf([decided('now', 45, corrected, '2026-04-01')])).toEqual([])
    expect(casesOf([decided('same day', 45, corrected)])).toEqual([])
  })

  test.each([
    ['2026-03-31', 1],
    ['2026-04-01', 0],
    ['2026-04-02', 0],
  ])('a hash that no release has, decided for %s, corrected April 1: %i in doubt', (on, count) => {
    const found = casesOf([{ ...decided('d', 45, wap, on), hash: 'f'.repeat(64) }])
    expect(found.map((c) => c.certain)).toEqual(Array(count).fill(false))
  })

  test('decided under the wrong hash after the correction, where an office took it late: is listed', () => {
    expect(casesOf([decided('late', 45, wrongly, '2026-06-01')])).toMatchObject([
      { id: 'late', certain: true },
    ])
  })

  test.each([
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['2026-03-30', 1],
    ['2026-03-31', 0],
  ])('wrong for the days from March 1 until March 31: decided for %s, %i listed', (on, count) => {
    const days = { from: '2026-03-01', until: '2026-03-31' }
    expect(casesOf([decided('d', 45, wrongly, on)], days)).toHaveLength(count)
  })

  test('a rule that the result does not name leaves it alone; one that was left out concerns all', () => {
    const admission = [decided('d', 45)]
    expect(casesOf(admission, { textCode: 'wap.rule.earlyReleaseDays' })).toEqual([])
    expect(casesOf(admission, { textCode: null })).toMatchObject([{ id: 'd' }])
  })

  test('a number that the release itself had wrong is that of the corrected pack', () => {
    const parameters = parametersOf()
    const limit = { ...parameters.values.daysLeftLimit!, value: 30 }
    const wrong = { ...parameters, values: { ...parameters.values, daysLeftLimit: limit } }
    const result = assess(wrongly, wrong, factsWith(40), ON)
    expect(casesOf([{ id: 'd', kind: 'assessment', on: ON, hash: wrongly.hash, result }])).toMatchObject([
      { before: 'officer-decides', after: 'eligible' },
    ])
  })

  test('the county’s numbers of that day are kept; one that nobody knew then is the pack’s own', () => {
    const on = ON
    const parameters = parametersOf({ daysLeftLimit: 60 })
    const { violentConvictionsLimit: _, ...known } = parameters.values
    const result = {
      ...assess(wrongly, parameters, factsWith(60), on),
      parameters: { ...parameters, values: known },
    }
    expect(casesOf([{ id: 'd', kind: 'assessment', on, hash: wrongly.hash, result }])).toMatchObject([
      { before: 'officer-decides', after: 'eligible' },
    ])
  })

  test('facts that the corrected rules do not know: it cannot be put again', () => {
    const stored = decided('d', 45)
    const result = { ...(stored.result as object), facts: { askedThen: true } }
    expect(casesOf([{ ...stored, result }])).toMatchObject([{ before: 'officer-decides', after: null }])
  })
})

describe('every kind of result that the office keeps', () => {
  const stored: Readonly<Record<Exclude<DecidedKind, 'assessment'>, readonly [string, unknown]>> = {
    checklist: [
      'commitment.photocopy',
      checkCommitment(wap, {
        origin: 'in-county',
        form: 'photocopy',
        items: {},
        modified: false,
        jailOrders: null,
        activeFileFound: null,
      }),
    ],
    sentence: [
      'sentence.total.adjusted',
      computeSentence(wap, { commitments: [booked({ id: 'a' })], daysServed: 0, asOf: ON }),
    ],
    fees: ['fees.administrative', assessFees(wap, parametersOf(), { adjustedDays: 10 }, ON)],
  }

  test.each(Object.entries(stored))(
    '%s: found by the code it says, and by no other',
    (kind, [code, answer]) => {
      const result = JSON.parse(JSON.stringify(answer)) as unknown
      const results = [{ id: 'r', kind: kind as DecidedKind, on: ON, hash: wrongly.hash, result }]
      const of = (textCode: string) => casesOf(results, { kinds: [kind as DecidedKind], textCode })
      expect(of(code)).toMatchObject([{ id: 'r', kind, before: null, after: null, certain: true }])
      expect(of('wap.rule.daysLeft')).toEqual([])
      expect(casesOf(results, { kinds: ['assessment'], textCode: null })).toEqual([])
    },
  )
})

test('an erratum of a state’s pack finds what its counties decided', () => {
  const state = pack('arizona/dui-home-detention')
  const county = { county: 'Pima County', authorization: null, criteria: [], parameters: [] }
  const here = countyPack(state, county)
  expect(here.hash).toMatch(/^[0-9a-f]{64}\+[0-9a-f]{64}$/)
  const [code, clause] = [state.rules[0]!.textCode, state.rules[0]!.clause]
  const { hash: _, ...declared } = state
  const mended = definePack({
    ...declared,
    errata: [{ ...erratum, clause, textCode: code, words: code, hashes: [state.hash], from: '2012-01-01' }],
  })
  const result = assess(here, resolveParameters(here, [], ON), {}, ON)
  const decidedHere: DecidedResult = { id: 'c', kind: 'assessment', on: ON, hash: here.hash, result }
  const found = decidedUnder(countyPack(mended, county), [decidedHere])
  expect(found[0]!.cases).toMatchObject([{ id: 'c', certain: true }])
})

describe('what does not fit', () => {
  test.each<[unknown, string]>([
    [[{ id: 'a' }], '[0].kind: is missing'],
    [[{ ...decided('a', 45), kind: 'roster' }], '[0].kind: must be one of assessment'],
    [[{ ...decided('a', 45), on: '2026-02-30' }], '[0].on: must be a day that exists'],
    [[{ ...decided('a', 45), result: 5 }], '[0].result: must be an object'],
    [[{ ...decided('a', 45), result: { textCode: 'wap.rule.daysLeft' } }], '[0].result.outcome: is missing'],
    [
      [{ ...decided('a', 45), result: { ...(decided('a', 45).result as object), facts: 5 } }],
      '[0].result: must have the facts and parameters',
    ],
  ])('%j is refused', (results, message) => {
    expect(() => decidedUnder(corrected, results as readonly DecidedResult[])).toThrow(message)
  })
})

/** What is wrong with how a pack tells its errata. */
const wrongIn = (p: Pack): readonly string[] =>
  p.errata.flatMap((e) => [
    ...(p.clauses.some((c) => c.id === e.clause) ? [] : [`${e.clause} is no clause of ${p.name}`]),
    ...[e.words, ...(e.textCode === null ? [] : [e.textCode])].flatMap((code) =>
      code in wording.en && code in wording.es ? [] : [`${code} has no words`],
    ),
    ...(e.kinds.length > 0 ? [] : ['it names no kind of result']),
    ...(e.hashes.length > 0 ? [] : ['it names no pack that carried it']),
    ...e.hashes.flatMap((hash) => (/^[0-9a-f]{64}$/.test(hash) ? [] : [`${hash} is no hash`])),
    ...(e.hashes.includes(p.hash) ? ['the corrected pack is among the wrong ones'] : []),
    ...(e.from < p.authority.effective ? ['it begins before the text took effect'] : []),
    ...(e.until !== null && e.until <= e.from ? ['it ends before it begins'] : []),
  ])

describe('the errata of the packs', () => {
  test.each([...packs.values()].map((p) => [p.name, p] as const))('%s tells them whole', (_, p) => {
    expect(wrongIn(p)).toEqual([])
  })

  test.each<[Partial<Erratum>, string]>([
    [{ clause: 'WAP-ELIG.z' }, 'WAP-ELIG.z is no clause of contra-costa/work-alternative'],
    [{ textCode: 'no.such.rule' }, 'no.such.rule has no words'],
    [{ words: 'no.such.words' }, 'no.such.words has no words'],
    [{ kinds: [] }, 'it names no kind of result'],
    [{ hashes: [] }, 'it names no pack that carried it'],
    [{ hashes: ['0.1.0'] }, '0.1.0 is no hash'],
    [{ from: '1995-01-02' }, 'it begins before the text took effect'],
    [{ until: '1995-01-03' }, 'it ends before it begins'],
  ])('%j would be noticed', (more, message) => {
    expect(wrongIn(changed(wap, [{ ...erratum, ...more }]))).toEqual([message])
    expect(wrongIn(corrected)).toEqual([])
  })

  test('an erratum changes the hash, so that nothing decided after it is taken for what was before', () => {
    expect(corrected.hash).not.toBe(changed(wap, []).hash)
  })
})
