import { describe, expect, test } from 'vitest'
import { assess, countyFacts, countyPack, pack, resolveParameters, say } from '../index.ts'
import type { AddedCriterion, BoardAuthorization, CountyInstance } from '../types.ts'

const dui = pack('arizona/dui-home-detention')
const ON = '2026-03-02'

const criterion: AddedCriterion = {
  citation: 'Res. 2026-14(b)',
  kind: 'require',
  step: 'admission',
  fact: 'livesInCounty',
  question: { en: 'Does the prisoner live in the county?', es: '¿Vive el preso en el condado?' },
  words: { en: 'Lives in the county', es: 'Vive en el condado' },
  metBy: 'yes',
  from: '2026-03-02',
  until: null,
}
const county = (more: Partial<CountyInstance> = {}): CountyInstance => ({
  county: 'Pima County',
  authorization: null,
  criteria: [],
  parameters: [],
  ...more,
})
const here = (...criteria: readonly AddedCriterion[]) => countyPack(dui, county({ criteria }))

describe('ARS-M.5 criteria of the county, each with its own citation', () => {
  const finding = (c: AddedCriterion, facts: Record<string, boolean>, on = ON) => {
    const p = here(c)
    return assess(p, resolveParameters(p, [], on), facts, on).findings.find((f) => f.clause === c.citation)
  }

  test.each([
    ['yes', true, 'met'],
    ['yes', false, 'not-met'],
    ['no', true, 'not-met'],
    ['no', false, 'met'],
  ] as const)('met by %s, answered %s: %s', (metBy, answer, verdict) => {
    expect(finding({ ...criterion, metBy }, { livesInCounty: answer })).toMatchObject({
      clause: 'Res. 2026-14(b)',
      kind: 'require',
      verdict,
      own: false,
    })
  })

  test('unknown until somebody says, with its question', () => {
    const p = here(criterion)
    const found = assess(p, resolveParameters(p, [], ON), {}, ON)
    const asked = found.missing.find((m) => m.name === 'livesInCounty')!
    expect(asked.clauses).toEqual(['Res. 2026-14(b)'])
    expect(say('en', asked.question)).toBe('Does the prisoner live in the county?')
    expect(say('es', asked.question)).toBe('¿Vive el preso en el condado?')
    const { textCode } = found.findings.find((f) => f.clause === 'Res. 2026-14(b)')!
    expect([say('en', textCode), say('es', textCode)]).toEqual(['Lives in the county', 'Vive en el condado'])
  })

  test.each([
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-03', true],
  ])('holds from its day: %s %s', (on, holds) => {
    expect(finding(criterion, {}, on) !== undefined).toBe(holds)
  })

  test('the state’s pack stays as it is; the county’s has a hash of its own', () => {
    const before = dui.hash
    expect(here(criterion).hash).not.toBe(before)
    expect(here(criterion).rules.length).toBe(dui.rules.length + 1)
    expect(dui.hash).toBe(before)
  })

  test.each<[Partial<AddedCriterion>, string]>([
    [{ fact: 'abilityToPay' }, 'names money'],
    [{ question: { en: 'Can the prisoner pay the fee?', es: '¿Puede?' } }, 'question.en: names money'],
    [{ question: { en: 'Can the prisoner?', es: '¿Puede pagar el preso?' } }, 'question.es: names money'],
    [{ words: { en: 'Has income', es: 'Sí' } }, 'words.en: names money'],
    [{ words: { en: 'Yes', es: 'Tiene ingresos' } }, 'words.es: names money'],
    [{ question: { en: 'In one language only?' } as AddedCriterion['question'] }, 'question.es: is missing'],
    [{ fact: 'pastViolentBehavior' }, 'is taken'],
    [{ citation: 'ARS-B.1' }, 'is taken'],
    [{ fact: 'lives in county' }, 'must be letters and digits'],
    [{ until: '2026-03-02' }, 'must be after the first day'],
    [{ from: '2011-12-31' }, 'is before the pack took effect'],
    [{ step: 'early-release' }, 'must be one of'],
  ])('%j is refused', (more, message) => {
    expect(() => here({ ...criterion, ...more })).toThrow(message)
  })

  test('two of one name are refused, and so is a pack that lets no county add any', () => {
    expect(() => here(criterion, { ...criterion, citation: 'other' })).toThrow('criteria[0].fact: is taken')
    const home = pack('arizona/home-detention')
    expect(() => countyPack(home, county({ criteria: [criterion] }))).toThrow('lets no county add criteria')
  })
})

describe('ARS-K.1 the board’s vote', () => {
  const vote: BoardAuthorization = {
    resolution: '2026-3',
    votedOn: '2026-01-20',
    votesInFavor: 3,
    fullMembership: 5,
    publicHearingOn: '2026-01-13',
    necessityFoundOn: '2026-01-20',
    until: '2026-06-01',
  }
  const outcome = (authorization: BoardAuthorization | null, on = ON) => {
    const facts = countyFacts(dui, county({ authorization }), on)
    return assess(dui, resolveParameters(dui, [], on), facts, on, 'authorization').outcome
  }

  test.each([
    [2, 5, 'ineligible'],
    [3, 5, 'eligible'],
    [3, 6, 'ineligible'],
    [4, 6, 'eligible'],
    [3, 7, 'ineligible'],
    [4, 7, 'eligible'],
  ])('%i of a full membership of %i: %s', (votesInFavor, fullMembership, expected) => {
    expect(outcome({ ...vote, votesInFavor, fullMembership })).toBe(expected)
  })

  test.each([
    ['2026-01-19', 'ineligible'],
    ['2026-01-20', 'eligible'],
    ['2026-05-31', 'eligible'],
    ['2026-06-01', 'ineligible'],
  ])('holds from its day until it ends: %s %s', (on, expected) => {
    expect(outcome(vote, on)).toBe(expected)
  })

  test.each([
    ['2026-01-19', 'eligible'],
    ['2026-01-20', 'eligible'],
    ['2026-01-21', 'ineligible'],
    [null, 'ineligible'],
  ])('after a public hearing (%s): %s', (publicHearingOn, expected) => {
    expect(outcome({ ...vote, publicHearingOn })).toBe(expected)
  })

  test('and a finding of necessity', () => {
    expect(outcome({ ...vote, necessityFoundOn: null })).toBe('ineligible')
    expect(outcome(null)).toBe('ineligible')
  })
})
