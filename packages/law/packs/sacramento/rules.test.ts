import { describe, expect, test } from 'vitest'
import { assess, say } from '../../index.ts'
import {
  asp,
  expanded,
  home,
  ON,
  parametersOf,
  pretrialCourt,
  pretrialSheriff,
  workProject,
} from '../../testing/sacramento.ts'
import type { Facts, Finding, Outcome, Pack, Step } from '../../types.ts'

/** A rule by its words' name: its clause and kind, facts that meet it and facts that do not. */
type Row = readonly [
  clause: string,
  kind: Finding['kind'],
  name: string,
  met: Facts,
  notMet: Facts,
  own?: 'own' | undefined,
]

/** A rule that one fact of its own name answers. */
const byName = (clause: string, kind: Finding['kind'], ...names: readonly string[]): readonly Row[] =>
  names.map((name) => [clause, kind, name, { [name]: true }, { [name]: false }])

const considerations = (clause: string, own?: 'own'): readonly Row[] =>
  [
    'crimeWeighsAgainst',
    'criminalHistoryWeighsAgainst',
    'residentialHistoryWeighsAgainst',
    'employmentHistoryWeighsAgainst',
    'failureToAppearHistory',
    'disciplinaryHistory',
    'unstableInCommunity',
    'otherConsiderations',
  ].map((name) => [clause, 'factor', name, { [name]: true }, { [name]: false }, own])

const NEITHER = { minimumSecurityInmate: false, committedToCountyFacility: false }
const ordinance: readonly Row[] = [
  ['SWR-10', 'require', 'convictedInCounty', { convictedInCounty: true }, { convictedInCounty: false }],
  ['SCC-1.A', 'require', 'volunteers', { volunteers: true }, { volunteers: false }],
  ['SCC-1.A', 'require', 'mayBeOffered', { minimumSecurityInmate: true }, NEITHER],
  [
    'SCC-2.B1',
    'require',
    'livesInArea',
    { countyOfResidence: 'yolo' },
    { countyOfResidence: 'another', continuingStudent: false },
    'own',
  ],
  ...considerations('SCC-2.B2'),
]

const installation: readonly Row[] = [
  ['EMP-4.3', 'require', 'contractSigned', { contractSignedOn: ON }, { contractSignedOn: '2026-03-03' }],
  [
    'EMP-7.3',
    'require',
    'monitoringParametersApproved',
    { monitoringParametersApproved: true },
    { monitoringParametersApproved: false },
  ],
]

const noOccupation = {
  employed: false,
  daysUntilWork: 31,
  continuingStudent: false,
  disablingMedicalCondition: false,
}

const existing: readonly Row[] = [
  ...ordinance,
  ['EMP-0.2', 'require', 'jailCommitment', { committedToCountyFacility: true }, NEITHER],
  [
    'EMP-0.2',
    'require',
    'sentencedOnAllCharges',
    { openInCountyCharges: false },
    { openInCountyCharges: true },
  ],
  [
    'EMP-0.2',
    'require',
    'notDeniedByCourt',
    { deniedOrRestrictedByCourt: false },
    { deniedOrRestrictedByCourt: true },
  ],
  ['EMP-0.2', 'require', 'willing', { volunteers: true }, { volunteers: false }],
  [
    'EMP-0.2',
    'factor',
    'outOfCountyMatters',
    { outOfCountyMatters: true },
    { outOfCountyMatters: false },
    'own',
  ],
  [
    'EMP-0.3',
    'require',
    'residentOrNear',
    { countyOfResidence: 'sacramento' },
    { countyOfResidence: 'yolo', reasonableTravelDistance: false },
  ],
  ['EMP-0.3', 'require', 'hasResidence', { hasResidence: true }, { hasResidence: false }],
  [
    'EMP-0.3',
    'require',
    'telephone',
    { cellularEquipment: true },
    { landLine: false, cellularEquipment: false },
    'own',
  ],
  ['EMP-0.4', 'factor', 'noOccupation', noOccupation, { ...noOccupation, employed: true }],
  ...byName(
    'EMP-0.5',
    'bar',
    'sexCrimeAgainstMinor',
    'felonySexualCrime',
    'drugManufacture',
    'violenceAgainstPersonnel',
    'crimeOfGreatViolence',
    'stalking',
    'domesticViolence',
  ),
  ...byName(
    'EMP-0.6',
    'factor',
    'patternOfMentalDysfunction',
    'patternOfSocialMisconduct',
    'patternOfAddiction',
    'patternOfViolence',
    'patternOfFailureToAppear',
  ),
  [
    'EMP-0.9',
    'factor',
    'notMediumSecurity',
    { classifiedMediumSecurity: false },
    { classifiedMediumSecurity: true },
  ],
  ...byName('EMP-0.9', 'factor', 'employmentHistoryWeak'),
  [
    'EMP-0.9',
    'factor',
    'unwillingToWork',
    { willingToMeetWorkRequirements: false },
    { willingToMeetWorkRequirements: true },
  ],
]

const noConvictions = {
  sexCrimeAgainstMinor: false,
  felonySexualCrime: false,
  stalking: false,
  domesticViolence: false,
  arson: false,
}

const expandedTrack: readonly Row[] = [
  ...ordinance,
  ...byName('EMP-3.1', 'require', 'sentencedLocally'),
  ['EMP-3.1', 'require', 'nonViolent', { violentOffense: false }, { violentOffense: true }],
  ['EMP-3.1', 'require', 'nonSerious', { seriousOffense: false }, { seriousOffense: true }],
  ['EMP-3.1', 'require', 'nonSex', { sexOffense: false }, { sexOffense: true }],
  ['EMP-3.1', 'require', 'notOnPrisonList', { onStatePrisonList: false }, { onStatePrisonList: true }, 'own'],
  ...byName(
    'EMP-3.2',
    'factor',
    'suicidalAttemptsOfLate',
    'severePsychiatricProblems',
    'earlierViolence',
    'extensiveDrugOrAlcoholAbuse',
    'closeToVictims',
  ),
  ['EMP-3.2', 'factor', 'earlierConvictions', { arson: true }, noConvictions],
  ...byName('EMP-3.2', 'factor', 'otherSignsOfUnsuitability'),
  ['EMP-3.3', 'require', 'livesInCounty', { countyOfResidence: 'sacramento' }, { countyOfResidence: 'yolo' }],
  ...byName(
    'EMP-3.3',
    'require',
    'residenceAcceptable',
    'residenceAccessible',
    'electricity',
    'householdCooperates',
    'everyAdultSignedConsentToSearch',
    'everyAdultAgreedToRules',
  ),
]

const unchanged = { newAdultInHousehold: false, searchAgreementWithdrawn: false, newAddress: false }
const HELD = { minimumSecurityInmate: false, offenderHeldInCounty: false }
const notSentenced: Row = [
  'SCC-1.B',
  'require',
  'notSentenced',
  { sentenced: false },
  { sentenced: true },
  'own',
]

const tables: readonly (readonly [pack: Pack, step: Step, rows: readonly Row[]])[] = [
  [home, 'admission', existing],
  [home, 'installation', installation],
  [expanded, 'admission', expandedTrack],
  [
    expanded,
    'installation',
    [
      ['EMP-2.2', 'factor', 'custodyNotAsExpected', { daysInCustody: 29 }, { daysInCustody: 30 }, 'own'],
      ['EMP-1.5', 'require', 'absenceKindsSet', { absenceKindsSet: true }, { absenceKindsSet: false }, 'own'],
      ...installation,
    ],
  ],
  [
    expanded,
    'supervision',
    [['EMP-3.3', 'factor', 'householdChanged', { newAddress: true }, unchanged, 'own']],
  ],
  [
    workProject,
    'admission',
    [
      ...byName('SWR-10', 'require', 'convictedInCounty'),
      ...byName('SWR-2', 'require', 'jailSentence'),
      ['SWR-5', 'factor', 'notLowRisk', { notLowRisk: true }, { notLowRisk: false }, 'own'],
    ],
  ],
  [
    asp,
    'admission',
    [
      ...byName('SWR-1', 'require', 'referredByTrafficCourt'),
      ...byName('SWR-10', 'require', 'convictedInCounty'),
      [
        'SWR-4',
        'require',
        'referralComplete',
        { referralNamesCitation: true, referralNamesWhatIsOrdered: true },
        { referralNamesCitation: false },
        'own',
      ],
      ['SWR-4', 'factor', 'dueDayHasCome', { dueOn: ON }, { dueOn: '2026-03-03' }, 'own'],
    ],
  ],
  [
    pretrialSheriff,
    'admission',
    [
      ...byName('SCC-1.B', 'require', 'volunteers'),
      ['SCC-1.B', 'require', 'mayBeOfferedPretrial', { offenderHeldInCounty: true }, HELD],
      notSentenced,
      [
        'SCC-2.B1',
        'factor',
        'livesOutsideArea',
        { countyOfResidence: 'another', studentFoundEligible: false },
        { countyOfResidence: 'solano' },
        'own',
      ],
      ...considerations('SCC-2.B2'),
    ],
  ],
  [
    pretrialCourt,
    'recommendation',
    [...byName('SCC-1.B', 'require', 'volunteers'), notSentenced, ...considerations('SCC-5.B', 'own')],
  ],
  [
    pretrialCourt,
    'admission',
    [
      ...byName('SCC-1.B', 'require', 'volunteers'),
      notSentenced,
      ['SCC-2.F', 'require', 'orderedByCourt', { orderedByCourt: true }, { orderedByCourt: false }],
    ],
  ],
]

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

describe.each(tables.map(([p, step, rows]) => ({ p, step, rows, title: `${p.name}, ${step}` })))(
  '$title',
  ({ p, step, rows }) => {
    test('has these rules and no other', () => {
      const has = findingsOf(p, step, {}).map((f) => [f.clause, f.kind, f.textCode, f.own])
      const wanted = rows.map(([clause, kind, name, , , own]) => [
        clause,
        kind,
        `sac.rule.${name}`,
        own === 'own',
      ])
      expect(has.toSorted()).toEqual(wanted.toSorted())
    })

    const cases = rows.map((row) => ({ row, title: row.slice(0, 3).join(' ') }))
    test.each(cases)('$title', ({ row: [clause, kind, name, met, notMet, own] }) => {
      const about = { clause, kind, own: own === 'own' }
      expect(finding(p, step, name, met)).toMatchObject({ ...about, verdict: 'met' })
      expect(finding(p, step, name, notMet)).toMatchObject({ ...about, verdict: 'not-met' })
      expect(finding(p, step, name, {})).toMatchObject({ ...about, verdict: 'unknown' })
      expect(say('es', `sac.rule.${name}`)).not.toBe(`sac.rule.${name}`)
    })
  },
)

describe('outcomes', () => {
  const settle = (rows: readonly Row[]): Facts =>
    Object.assign({}, ...rows.map(([, kind, , met, notMet]) => (kind === 'require' ? met : notMet)), {
      committedToCountyFacility: true,
      countyOfResidence: 'sacramento',
    }) as Facts
  const good = (p: Pack, rows: readonly Row[]): Facts => {
    const named = p.facts.map((f) => f.name)
    return Object.fromEntries(Object.entries(settle(rows)).filter(([name]) => named.includes(name)))
  }

  const admissions = tables.filter(([, step]) => step === 'admission')
  test.each(admissions.map(([p, step, rows]) => ({ p, step, rows, title: p.name })))(
    '$title: everything in order is eligible; nothing known is incomplete',
    ({ p, step, rows }) => {
      const outcome = (facts: Facts): Outcome => assess(p, given(p), facts, ON, step).outcome
      expect(outcome(good(p, rows))).toBe('eligible')
      expect(outcome({})).toBe('incomplete')
    },
  )

  test('EMP-0.5 one of these convictions bars, whatever else is not known', () => {
    expect(assess(home, given(home), { stalking: true }, ON).outcome).toBe('ineligible')
  })

  test('EMP-0.5 binds the existing track, on the expanded one it is a sign that an officer weighs', () => {
    const facts = { ...good(expanded, expandedTrack), stalking: true }
    expect(assess(expanded, given(expanded), facts, ON).outcome).toBe('officer-decides')
  })

  test('a county that the form does not know is refused', () => {
    expect(() => assess(home, given(home), { countyOfResidence: 'sacramento county' }, ON)).toThrow(
      'countyOfResidence: must be one of sacramento',
    )
    expect(() => assess(home, given(home), { contractSignedOn: '2026-02-30' }, ON, 'installation')).toThrow(
      'contractSignedOn: must be a day that exists',
    )
  })

  test('SCC-2.A2 ability to pay has nowhere to go', () => {
    for (const name of ['ableToPay', 'interview', 'income'])
      expect(() => assess(home, given(home), { [name]: false }, ON)).toThrow(`${name}: is not a field here`)
  })
})
