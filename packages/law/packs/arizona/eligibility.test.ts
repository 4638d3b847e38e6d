import { describe, expect, test } from 'vitest'
import { assess, pack, resolveParameters, say } from '../../index.ts'
import type { Facts, Pack, ParameterOverride, Step, Verdict } from '../../types.ts'

const ON = '2026-03-02'
const work = pack('arizona/work-and-restitution')
const home = pack('arizona/home-detention')
const dui = pack('arizona/dui-home-detention')
const alcohol = pack('arizona/continuous-alcohol-monitoring')
const all = [work, home, dui, alcohol]

/** Nothing speaks against this person in any program but that of the other offences. */
const clear: Facts = {
  sentencedToCountyJail: true,
  classificationReviewed: true,
  foundRiskToSelf: false,
  foundRiskToCommunity: false,
  pastViolentBehavior: false,
  convictedOfSeriousOffense: false,
  sentencedAsDangerousOffender: false,
  sentencedAsRepetitiveOffender: false,
  jailForFelonyConviction: false,
  judgeStatedIneligible: false,
  heldForAnotherJurisdiction: false,
}
const clearAtHome: Facts = {
  sentencedForDui: false,
  electronicMonitoringRequired: true,
  locationMonitoredConstantly: true,
  otherMonitoringInPlace: false,
}
const clearDui: Facts = {
  sentencedForDui: true,
  courtAuthorizedPlacement: true,
  duiOffence: '28-1382-D',
  jailDaysServed: 6,
  initialTermDays: 30,
  suspendedDays: 0,
}
const clearDuiHome: Facts = {
  boardMajorityOfFullMembership: true,
  publicHearingHeld: true,
  necessityFound: true,
  placementOrderOnFile: true,
  courtRequiredMonitoring: true,
  consecutiveHoursOrdered: true,
  homeDuringConsecutiveHours: true,
  electronicMonitoringRequired: true,
  locationMonitoredConstantly: true,
  otherMonitoringInPlace: false,
  keepsSubsectionsCToG: true,
  testedEveryDay: true,
  testMethodScientific: true,
  testPlace: 'home',
  inAlcoholOrDrugProgram: true,
  programAccredited: true,
  associatesWithDetrimental: false,
  keepsOtherProvisions: true,
}

const clearIn = (p: Pack): Facts => {
  if (p === work) return clear
  if (p === home) return { ...clear, ...clearAtHome }
  return p === dui ? { ...clear, ...clearDui, ...clearDuiHome } : { ...clear, ...clearDui }
}

function found(
  p: Pack,
  facts: Facts,
  textCode: string,
  step: Step,
  overrides: readonly ParameterOverride[] = [],
) {
  const result = assess(p, resolveParameters(p, overrides, ON), { ...clearIn(p), ...facts }, ON, step)
  return { finding: result.findings.find((f) => f.textCode === textCode)!, outcome: result.outcome }
}

test.each(all.flatMap((p) => p.steps.map((step) => [p.name, step, p] as const)))(
  '%s, %s: whom nothing speaks against',
  (_, step, p) => {
    expect(assess(p, resolveParameters(p, [], ON), clearIn(p), ON, step).outcome).toBe('eligible')
    const unknown = assess(p, resolveParameters(p, [], ON), {}, ON, step)
    expect(unknown.outcome).toBe('incomplete')
    expect(unknown.missing.length).toBeGreaterThan(0)
  },
)

type Case = readonly [clause: string, textCode: string, facts: Facts, verdict: Verdict]

const bars: readonly Case[] = [
  ['ARS-B.1', 'ars.rule.riskFound', { foundRiskToSelf: true }, 'met'],
  ['ARS-B.1', 'ars.rule.riskFound', { foundRiskToCommunity: true }, 'met'],
  ['ARS-B.1', 'ars.rule.riskFound', { foundRiskToCommunity: true, foundRiskToSelf: null }, 'met'],
  ['ARS-B.1', 'ars.rule.riskFound', {}, 'not-met'],
  ['ARS-B.1', 'ars.rule.riskFound', { classificationReviewed: null, foundRiskToSelf: true }, 'unknown'],
  ['ARS-B.1', 'ars.rule.riskFound', { foundRiskToSelf: null }, 'unknown'],
  ['ARS-B.2', 'ars.rule.pastViolentBehavior', { pastViolentBehavior: true }, 'met'],
  ['ARS-B.2', 'ars.rule.pastViolentBehavior', {}, 'not-met'],
  ['ARS-B.2', 'ars.rule.pastViolentBehavior', { pastViolentBehavior: null }, 'unknown'],
  ['ARS-B.3', 'ars.rule.seriousOffense', { convictedOfSeriousOffense: true }, 'met'],
  ['ARS-B.3', 'ars.rule.seriousOffense', { sentencedAsDangerousOffender: true }, 'met'],
  ['ARS-B.3', 'ars.rule.seriousOffense', { sentencedAsRepetitiveOffender: true }, 'met'],
  ['ARS-B.3', 'ars.rule.seriousOffense', {}, 'not-met'],
  ['ARS-B.3', 'ars.rule.seriousOffense', { sentencedAsRepetitiveOffender: null }, 'unknown'],
  ['ARS-B.4', 'ars.rule.felony', { jailForFelonyConviction: true }, 'met'],
  ['ARS-B.4', 'ars.rule.felony', {}, 'not-met'],
  ['ARS-B.4', 'ars.rule.felony', { jailForFelonyConviction: null }, 'unknown'],
  ['ARS-B.5', 'ars.rule.judgeStated', { judgeStatedIneligible: true }, 'met'],
  ['ARS-B.5', 'ars.rule.judgeStated', {}, 'not-met'],
  ['ARS-B.5', 'ars.rule.judgeStated', { judgeStatedIneligible: null }, 'unknown'],
  ['ARS-B.6', 'ars.rule.heldElsewhere', { heldForAnotherJurisdiction: true }, 'met'],
  ['ARS-B.6', 'ars.rule.heldElsewhere', {}, 'not-met'],
  ['ARS-B.6', 'ars.rule.heldElsewhere', { heldForAnotherJurisdiction: null }, 'unknown'],
]

const outcomes: Readonly<Record<Verdict, string>> = {
  met: 'ineligible',
  'not-met': 'eligible',
  unknown: 'incomplete',
}

describe.each(all.map((p) => [p.name, p] as const))('ARS-B.0 %s: each bar closes it', (_, p) => {
  test.each(bars)('%s %s with %j: %s', (clause, textCode, facts, verdict) => {
    const { finding, outcome } = found(p, facts, textCode, 'admission')
    expect(finding).toMatchObject({ clause, kind: 'bar', verdict, note: 'ars.note.closesAll', own: false })
    expect(outcome).toBe(outcomes[verdict])
  })

  test.each([
    [true, false, 'met', 'not-met', 'eligible'],
    [true, true, 'met', 'met', 'ineligible'],
    [false, false, 'not-met', 'not-met', 'ineligible'],
    [false, true, 'not-met', 'not-met', 'ineligible'],
    [null, false, 'unknown', 'not-met', 'incomplete'],
    [null, true, 'unknown', 'unknown', 'incomplete'],
  ] as const)(
    'ARS-B.1 reviewed %s, risk found %s: the review %s (own), the bar %s, %s',
    (classificationReviewed, foundRiskToSelf, review, barred, outcome) => {
      const facts = { classificationReviewed, foundRiskToSelf }
      const { finding, outcome: decided } = found(p, facts, 'ars.rule.reviewed', 'admission')
      expect(finding).toMatchObject({ clause: 'ARS-B.1', kind: 'require', verdict: review, own: true })
      expect(found(p, facts, 'ars.rule.riskFound', 'admission').finding.verdict).toBe(barred)
      expect(decided).toBe(outcome)
    },
  )

  test('ARS-B.6 who is held elsewhere and not sentenced here is no sentenced prisoner (ARS-A)', () => {
    const facts = { heldForAnotherJurisdiction: true, sentencedToCountyJail: false }
    expect(found(p, facts, 'ars.rule.heldElsewhere', 'admission').finding.verdict).toBe('not-met')
    const { finding, outcome } = found(p, facts, 'ars.rule.sentenced', 'admission')
    expect(finding).toMatchObject({ clause: 'ARS-A', kind: 'require', verdict: 'not-met' })
    expect(outcome).toBe('ineligible')
  })

  test.each([
    [true, 'met'],
    [false, 'not-met'],
    [null, 'unknown'],
  ] as const)('ARS-A sentenced to the county jail %s: %s', (sentencedToCountyJail, verdict) => {
    expect(found(p, { sentencedToCountyJail }, 'ars.rule.sentenced', 'admission').finding.verdict).toBe(
      verdict,
    )
  })
})

describe.each([dui, alcohol].map((p) => [p.name, p] as const))('ARS-M.1 %s', (_, p) => {
  test.each(bars)('subsection B as one: %s %s with %j: %s', (__, ___, facts, verdict) => {
    const { finding } = found(p, facts, 'ars.rule.subsectionB', 'admission')
    expect(finding).toMatchObject({ clause: 'ARS-M.1', kind: 'bar', verdict })
  })
})

const requirements: readonly (readonly [...Case, packs: readonly Pack[], step: Step])[] = [
  ['ARS-J', 'ars.rule.notDui', { sentencedForDui: false }, 'met', [home], 'admission'],
  ['ARS-J', 'ars.rule.notDui', { sentencedForDui: true }, 'not-met', [home], 'admission'],
  ['ARS-J', 'ars.rule.notDui', { sentencedForDui: null }, 'unknown', [home], 'admission'],
  ['ARS-J', 'ars.rule.dui', { sentencedForDui: true }, 'met', [dui, alcohol], 'admission'],
  ['ARS-J', 'ars.rule.dui', { sentencedForDui: false }, 'not-met', [dui, alcohol], 'admission'],
  ['ARS-J', 'ars.rule.dui', { sentencedForDui: null }, 'unknown', [dui, alcohol], 'admission'],
  ['ARS-J', 'ars.rule.courtAuthorized', {}, 'met', [dui, alcohol], 'admission'],
  [
    'ARS-J',
    'ars.rule.courtAuthorized',
    { courtAuthorizedPlacement: false },
    'not-met',
    [dui, alcohol],
    'admission',
  ],
  [
    'ARS-J',
    'ars.rule.courtAuthorized',
    { courtAuthorizedPlacement: null },
    'unknown',
    [dui, alcohol],
    'admission',
  ],
  ['ARS-C.2', 'ars.rule.constantMonitoring', {}, 'met', [home, dui], 'supervision'],
  [
    'ARS-C.2',
    'ars.rule.constantMonitoring',
    { locationMonitoredConstantly: false },
    'not-met',
    [home, dui],
    'supervision',
  ],
  [
    'ARS-C.2',
    'ars.rule.constantMonitoring',
    { locationMonitoredConstantly: null },
    'unknown',
    [home, dui],
    'supervision',
  ],
  [
    'ARS-C.2',
    'ars.rule.constantMonitoring',
    { electronicMonitoringRequired: false, locationMonitoredConstantly: false },
    'met',
    [home],
    'supervision',
  ],
  ['ARS-C.3', 'ars.rule.otherMonitoring', {}, 'met', [home, dui], 'supervision'],
  [
    'ARS-C.3',
    'ars.rule.otherMonitoring',
    { electronicMonitoringRequired: false },
    'not-met',
    [home],
    'supervision',
  ],
  [
    'ARS-C.3',
    'ars.rule.otherMonitoring',
    { electronicMonitoringRequired: false, otherMonitoringInPlace: true },
    'met',
    [home],
    'supervision',
  ],
  [
    'ARS-C.3',
    'ars.rule.otherMonitoring',
    { electronicMonitoringRequired: null, otherMonitoringInPlace: null },
    'unknown',
    [home],
    'supervision',
  ],
  ...(['boardMajorityOfFullMembership', 'publicHearingHeld', 'necessityFound'] as const).flatMap((fact) => [
    ['ARS-K.1', 'ars.rule.authorized', { [fact]: true }, 'met', [dui], 'authorization'] as const,
    ['ARS-K.1', 'ars.rule.authorized', { [fact]: false }, 'not-met', [dui], 'authorization'] as const,
    ['ARS-K.1', 'ars.rule.authorized', { [fact]: null }, 'unknown', [dui], 'authorization'] as const,
    ['ARS-K.1', 'ars.rule.authorized', { [fact]: false }, 'not-met', [dui], 'admission'] as const,
  ]),
  ['ARS-N.2', 'ars.rule.orderOnFile', {}, 'met', [dui], 'enrolment'],
  ['ARS-N.2', 'ars.rule.orderOnFile', { placementOrderOnFile: false }, 'not-met', [dui], 'enrolment'],
  ['ARS-N.2', 'ars.rule.orderOnFile', { placementOrderOnFile: null }, 'unknown', [dui], 'enrolment'],
  ['ARS-N.1', 'ars.rule.courtRequiredMonitoring', {}, 'met', [dui], 'enrolment'],
  [
    'ARS-N.1',
    'ars.rule.courtRequiredMonitoring',
    { courtRequiredMonitoring: false },
    'not-met',
    [dui],
    'enrolment',
  ],
  [
    'ARS-N.1',
    'ars.rule.courtRequiredMonitoring',
    { courtRequiredMonitoring: null },
    'unknown',
    [dui],
    'enrolment',
  ],
  ['ARS-N.1', 'ars.rule.monitoredConstantly', {}, 'met', [dui], 'supervision'],
  [
    'ARS-N.1',
    'ars.rule.monitoredConstantly',
    { locationMonitoredConstantly: false },
    'not-met',
    [dui],
    'supervision',
  ],
  [
    'ARS-N.1',
    'ars.rule.monitoredConstantly',
    { locationMonitoredConstantly: null },
    'unknown',
    [dui],
    'supervision',
  ],
  ['ARS-N.1', 'ars.rule.consecutiveHours', {}, 'met', [dui], 'supervision'],
  [
    'ARS-N.1',
    'ars.rule.consecutiveHours',
    { homeDuringConsecutiveHours: false },
    'not-met',
    [dui],
    'supervision',
  ],
  [
    'ARS-N.1',
    'ars.rule.consecutiveHours',
    { homeDuringConsecutiveHours: null },
    'unknown',
    [dui],
    'supervision',
  ],
  [
    'ARS-N.1',
    'ars.rule.consecutiveHours',
    { consecutiveHoursOrdered: false, homeDuringConsecutiveHours: null },
    'met',
    [dui],
    'supervision',
  ],
  ['ARS-M.4a', 'ars.rule.subsectionsCToG', {}, 'met', [dui], 'supervision'],
  ['ARS-M.4a', 'ars.rule.subsectionsCToG', { keepsSubsectionsCToG: false }, 'not-met', [dui], 'supervision'],
  ['ARS-M.4a', 'ars.rule.subsectionsCToG', { keepsSubsectionsCToG: null }, 'unknown', [dui], 'supervision'],
  ['ARS-M.4b', 'ars.rule.testedDaily', {}, 'met', [dui], 'supervision'],
  ['ARS-M.4b', 'ars.rule.testedDaily', { testPlace: 'court-designated-office' }, 'met', [dui], 'supervision'],
  ['ARS-M.4b', 'ars.rule.testedDaily', { testPlace: 'elsewhere' }, 'not-met', [dui], 'supervision'],
  ['ARS-M.4b', 'ars.rule.testedDaily', { testedEveryDay: false }, 'not-met', [dui], 'supervision'],
  ['ARS-M.4b', 'ars.rule.testedDaily', { testMethodScientific: false }, 'not-met', [dui], 'supervision'],
  ['ARS-M.4b', 'ars.rule.testedDaily', { testPlace: null }, 'unknown', [dui], 'supervision'],
  ['ARS-M.4c', 'ars.rule.accreditedProgram', {}, 'met', [dui], 'supervision'],
  [
    'ARS-M.4c',
    'ars.rule.accreditedProgram',
    { inAlcoholOrDrugProgram: false },
    'not-met',
    [dui],
    'supervision',
  ],
  ['ARS-M.4c', 'ars.rule.accreditedProgram', { programAccredited: false }, 'not-met', [dui], 'supervision'],
  ['ARS-M.4c', 'ars.rule.accreditedProgram', { programAccredited: null }, 'unknown', [dui], 'supervision'],
  ['ARS-M.4d', 'ars.rule.noDetrimental', {}, 'met', [dui], 'supervision'],
  [
    'ARS-M.4d',
    'ars.rule.noDetrimental',
    { associatesWithDetrimental: true },
    'not-met',
    [dui],
    'supervision',
  ],
  [
    'ARS-M.4d',
    'ars.rule.noDetrimental',
    { associatesWithDetrimental: null },
    'unknown',
    [dui],
    'supervision',
  ],
  ['ARS-M.4e', 'ars.rule.otherProvisions', {}, 'met', [dui], 'supervision'],
  ['ARS-M.4e', 'ars.rule.otherProvisions', { keepsOtherProvisions: false }, 'not-met', [dui], 'supervision'],
  ['ARS-M.4e', 'ars.rule.otherProvisions', { keepsOtherProvisions: null }, 'unknown', [dui], 'supervision'],
  [
    'ARS-M.2',
    'ars.rule.jailDays',
    { duiOffence: '28-1381-I', jailDaysServed: 0 },
    'not-met',
    [dui, alcohol],
    'admission',
  ],
  [
    'ARS-M.2',
    'ars.rule.jailDays',
    { duiOffence: '28-1381-I', jailDaysServed: 1 },
    'met',
    [dui, alcohol],
    'admission',
  ],
  [
    'ARS-M.2',
    'ars.rule.jailDays',
    { duiOffence: '28-1381-I', jailDaysServed: 2 },
    'met',
    [dui, alcohol],
    'admission',
  ],
  [
    'ARS-M.2',
    'ars.rule.jailDays',
    { duiOffence: '28-1381-I', jailDaysServed: null },
    'unknown',
    [dui, alcohol],
    'admission',
  ],
  [
    'ARS-M.2',
    'ars.rule.jailDays',
    { duiOffence: 'other', jailDaysServed: 0 },
    'met',
    [dui, alcohol],
    'admission',
  ],
  [
    'ARS-M.2',
    'ars.rule.jailDays',
    { duiOffence: null, jailDaysServed: 0 },
    'unknown',
    [dui, alcohol],
    'admission',
  ],
  ...(['28-1381-K', '28-1382-D', '28-1382-E'] as const).flatMap((duiOffence) =>
    (
      [
        [5, 30, 'not-met'],
        [6, 30, 'met'],
        [7, 30, 'met'],
        [1, 9, 'not-met'],
        [2, 9, 'met'],
        [2, 14, 'not-met'],
        [3, 14, 'met'],
        [3, 15, 'met'],
        [3, 16, 'not-met'],
        [null, 30, 'unknown'],
        [6, null, 'unknown'],
      ] as const
    ).map(
      ([jailDaysServed, initialTermDays, verdict]) =>
        [
          'ARS-M.3',
          'ars.rule.jailShare',
          { duiOffence, jailDaysServed, initialTermDays },
          verdict,
          [dui, alcohol],
          'admission',
        ] as const,
    ),
  ),
  [
    'ARS-M.3',
    'ars.rule.jailShare',
    { duiOffence: '28-1381-I', jailDaysServed: 1 },
    'met',
    [dui, alcohol],
    'admission',
  ],
  [
    'ARS-M.3',
    'ars.rule.jailShare',
    { duiOffence: null, jailDaysServed: 0 },
    'unknown',
    [dui, alcohol],
    'admission',
  ],
]

describe('requirements', () => {
  test.each(
    requirements.flatMap(([clause, textCode, facts, verdict, packs, step]) =>
      packs.map((p) => [clause, textCode, p.name, step, facts, verdict, p] as const),
    ),
  )('%s %s in %s, %s, with %j: %s', (clause, textCode, _, step, facts, verdict, p) => {
    const { finding } = found(p, facts, textCode, step)
    expect(finding).toMatchObject({ clause, kind: 'require', verdict })
    expect(say('en', finding.textCode, finding.parametersUsed as never)).not.toContain('{')
  })
})

describe('ARS-M.3 of what the share is taken is the county’s', () => {
  const after: ParameterOverride = {
    name: 'jailShareOf',
    value: 'after-suspension',
    from: '2026-01-01',
    authority: 'Board',
    resolution: '2026/3',
  }
  const verdict = (facts: Facts, overrides: readonly ParameterOverride[]) =>
    found(dui, facts, 'ars.rule.jailShare', 'admission', overrides).finding.verdict

  test.each([
    [1, 'not-met', 'not-met'],
    [2, 'not-met', 'met'],
    [5, 'not-met', 'met'],
    [6, 'met', 'met'],
  ])(
    '30 days, 21 suspended, %i served: whole term %s, after suspension %s',
    (jailDaysServed, whole, left) => {
      const facts = { initialTermDays: 30, suspendedDays: 21, jailDaysServed }
      expect([verdict(facts, []), verdict(facts, [after])]).toEqual([whole, left])
    },
  )

  test('what was suspended is asked only where it could change the answer', () => {
    expect(verdict({ suspendedDays: null, jailDaysServed: 5 }, [after])).toBe('unknown')
    expect(verdict({ suspendedDays: null, jailDaysServed: 6 }, [after])).toBe('met')
    expect(verdict({ suspendedDays: null, jailDaysServed: 5 }, [])).toBe('not-met')
  })

  test('a county may ask more than the text, never less', () => {
    const percent = (value: number) => [{ ...after, name: 'jailSharePercent', value }]
    expect(() => verdict({}, percent(19))).toThrow('must be from 20')
    expect(verdict({ jailDaysServed: 6 }, percent(21))).toBe('not-met')
    expect(verdict({ jailDaysServed: 7 }, percent(21))).toBe('met')
    expect(() => verdict({}, [{ ...after, name: 'jailDaysFirst', value: 0 }])).toThrow('must be from 1')
  })
})
