import { describe, expect, test } from 'vitest'
import { assess } from '../../index.ts'
import { asp, expanded, home, ON, parametersOf, pretrialSheriff } from '../../testing/sacramento.ts'
import type { Facts, Finding, Pack, Step } from '../../types.ts'

const noOccupation = {
  employed: false,
  daysUntilWork: 31,
  continuingStudent: false,
  disablingMedicalCondition: false,
}

const values: Readonly<Record<string, number>> = { workFindingDays: 30 }
const given = (p: Pack) =>
  parametersOf(
    p,
    Object.fromEntries(Object.entries(values).filter(([n]) => p.parameters.some((x) => x.name === n))),
  )

const findingsOf = (p: Pack, step: Step, facts: Facts) => assess(p, given(p), facts, ON, step).findings

function finding(p: Pack, step: Step, name: string, facts: Facts): Finding {
  const found = findingsOf(p, step, facts).filter((f) => f.textCode === `sac.rule.${name}`)
  expect(found).toHaveLength(1)
  return found[0]!
}

describe('EMP-0.4 gainful work within a specified time', () => {
  test.each([
    [29, 'not-met'],
    [30, 'not-met'],
    [31, 'met'],
  ])('%i days, 30 specified: the factor is %s', (daysUntilWork, verdict) => {
    expect(finding(home, 'admission', 'noOccupation', { ...noOccupation, daysUntilWork }).verdict).toBe(
      verdict,
    )
  })

  test('not specified: asked, unless something else settles it', () => {
    const verdict = (facts: Facts) =>
      assess(home, parametersOf(home), facts, ON).findings.find(
        (f) => f.textCode === 'sac.rule.noOccupation',
      )!.verdict
    expect(verdict({ ...noOccupation, daysUntilWork: 1 })).toBe('unknown')
    expect(verdict({ continuingStudent: true })).toBe('not-met')
    expect(verdict({ disablingMedicalCondition: true })).toBe('not-met')
    const { missing } = assess(home, parametersOf(home), noOccupation, ON)
    expect(missing.map((m) => m.name)).toContain('workFindingDays')
  })
})

describe('SCC-2.B1 and settled conflict 1: where the person lives', () => {
  test.each([
    ['sacramento', 'met'],
    ['sutter', 'met'],
    ['placer', 'met'],
    ['el-dorado', 'met'],
    ['amador', 'met'],
    ['san-joaquin', 'met'],
    ['contra-costa', 'met'],
    ['solano', 'met'],
    ['yolo', 'met'],
    ['another', 'not-met'],
  ])('%s: %s', (countyOfResidence, verdict) => {
    const facts = { countyOfResidence, continuingStudent: false }
    expect(finding(home, 'admission', 'livesInArea', facts).verdict).toBe(verdict)
  })

  test('which counties surround it is a setting of the office', () => {
    const only = parametersOf(home, { surroundingCounties: ['yolo'] })
    const verdict = (countyOfResidence: string) =>
      assess(home, only, { countyOfResidence, continuingStudent: false }, ON).findings.find(
        (f) => f.clause === 'SCC-2.B1',
      )!.verdict
    expect([verdict('yolo'), verdict('placer')]).toEqual(['met', 'not-met'])
    expect(() => parametersOf(home, { surroundingCounties: ['alpine'] })).toThrow('must be one of sutter')
  })

  test('a continuing student, case by case', () => {
    const student = { countyOfResidence: 'another', continuingStudent: true }
    expect(
      finding(home, 'admission', 'livesInArea', { ...student, studentFoundEligible: true }).verdict,
    ).toBe('met')
    expect(
      finding(home, 'admission', 'livesInArea', { ...student, studentFoundEligible: false }).verdict,
    ).toBe('not-met')
    expect(finding(home, 'admission', 'livesInArea', student).verdict).toBe('unknown')
  })

  test('the existing track adds reasonable distance, the expanded one takes the county only', () => {
    const facts = { countyOfResidence: 'yolo', reasonableTravelDistance: true }
    expect(finding(home, 'admission', 'residentOrNear', facts).verdict).toBe('met')
    expect(finding(expanded, 'admission', 'livesInCounty', { countyOfResidence: 'yolo' }).verdict).toBe(
      'not-met',
    )
  })

  test('before trial it weighs and bars nobody', () => {
    const found = finding(pretrialSheriff, 'admission', 'livesOutsideArea', {
      countyOfResidence: 'another',
      studentFoundEligible: false,
    })
    expect(found).toMatchObject({ kind: 'factor', verdict: 'met' })
  })
})

describe('EMP-2.2 thirty to ninety days in custody', () => {
  test.each([
    [29, 'met'],
    [30, 'not-met'],
    [31, 'not-met'],
    [89, 'not-met'],
    [90, 'not-met'],
    [91, 'met'],
  ])('%i days: not as expected is %s', (daysInCustody, verdict) => {
    expect(finding(expanded, 'installation', 'custodyNotAsExpected', { daysInCustody }).verdict).toBe(verdict)
  })
})

test.each([
  ['2026-03-01', 'met'],
  ['2026-03-02', 'met'],
  ['2026-03-03', 'not-met'],
])('EMP-4.3 a contract signed on %s, installed on 2026-03-02: %s', (contractSignedOn, verdict) => {
  expect(finding(home, 'installation', 'contractSigned', { contractSignedOn }).verdict).toBe(verdict)
})

test.each([
  ['2026-03-01', 'met'],
  ['2026-03-02', 'met'],
  ['2026-03-03', 'not-met'],
])('SWR-4 due on %s: an officer decides is %s', (dueOn, verdict) => {
  expect(finding(asp, 'admission', 'dueDayHasCome', { dueOn }).verdict).toBe(verdict)
})

test.each(['sexCrimeAgainstMinor', 'felonySexualCrime', 'stalking', 'domesticViolence', 'arson'])(
  'EMP-3.2 (f) %s alone is enough',
  (name) => {
    expect(finding(expanded, 'admission', 'earlierConvictions', { [name]: true }).verdict).toBe('met')
  },
)

test.each(['newAdultInHousehold', 'searchAgreementWithdrawn', 'newAddress'])(
  'EMP-3.3 %s opens the home evaluation again',
  (name) => {
    expect(assess(expanded, given(expanded), { [name]: true }, ON, 'supervision').outcome).toBe(
      'officer-decides',
    )
  },
)
