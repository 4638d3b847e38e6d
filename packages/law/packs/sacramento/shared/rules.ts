import { all, among, any, atLeast, atMost, byThen, not, oneOf, yes } from '../../../eligibility/conditions.ts'
import { type DeclaredRule, rule } from '../../../eligibility/rule.ts'
import type { Condition, Rule, Step } from '../../../eligibility/types.ts'
import type { WordingCode } from '../../../wording/index.ts'

type About = Pick<DeclaredRule, 'own' | 'note'> & { readonly steps?: readonly Step[] }

/** Rules that hold from a day on. The words of a rule are named as the rule is. */
export function rulesFrom(from: string) {
  const make =
    (kind: Rule['kind']) =>
    (
      clause: string,
      name: string,
      condition: Condition,
      { steps = ['admission'], ...about }: About = {},
    ): Rule =>
      rule({ clause, kind, steps, from, textCode: `sac.rule.${name}` as WordingCode, condition, ...about })
  return { bar: make('bar'), require: make('require'), factor: make('factor') }
}

export type Makers = ReturnType<typeof rulesFrom>

/** Whose answer is yes to a fact of the same name as the rule. */
const named = (makeRule: Makers['bar'], clause: string, about: About, ...names: readonly string[]) =>
  names.map((name) => makeRule(clause, name, yes(name), about))

/** SCC-2.B1: the outer limit for a sentenced adult; a continuing student case by case. */
export const livesInArea: Condition = any(
  oneOf('countyOfResidence', 'sacramento'),
  among('countyOfResidence', 'surroundingCounties'),
  all(yes('continuingStudent'), yes('studentFoundEligible')),
)

/** SCC-2.B2, each consideration by itself. SCC-5.B lets Probation's policy cover the same. */
export const considerations = (make: Makers, clause: string, about: About = {}): readonly Rule[] =>
  named(
    make.factor,
    clause,
    about,
    'crimeWeighsAgainst',
    'criminalHistoryWeighsAgainst',
    'residentialHistoryWeighsAgainst',
    'employmentHistoryWeighsAgainst',
    'failureToAppearHistory',
    'disciplinaryHistory',
    'unstableInCommunity',
    'otherConsiderations',
  )

/** SCC-1.A and SCC-2.B: what the ordinance asks of everyone in home detention. */
export const ordinanceRules = (make: Makers): readonly Rule[] => [
  make.require('SCC-1.A', 'volunteers', yes('volunteers')),
  make.require(
    'SCC-1.A',
    'mayBeOffered',
    any(yes('minimumSecurityInmate'), yes('committedToCountyFacility')),
  ),
  make.require('SCC-2.B1', 'livesInArea', livesInArea, { own: true }),
  ...considerations(make, 'SCC-2.B2'),
]

/** EMP-4.3 and EMP-7.3: before anything is put on. */
export const installationRules = (make: Makers): readonly Rule[] => [
  make.require('EMP-4.3', 'contractSigned', byThen('contractSignedOn'), { steps: ['installation'] }),
  make.require('EMP-7.3', 'monitoringParametersApproved', yes('monitoringParametersApproved'), {
    steps: ['installation'],
  }),
]

/** EMP-0: the existing track. */
export const existingTrackRules = (make: Makers): readonly Rule[] => [
  make.require('EMP-0.2', 'jailCommitment', yes('committedToCountyFacility')),
  make.require('EMP-0.2', 'sentencedOnAllCharges', not(yes('openInCountyCharges'))),
  make.require('EMP-0.2', 'notDeniedByCourt', not(yes('deniedOrRestrictedByCourt'))),
  make.require('EMP-0.2', 'willing', yes('volunteers')),
  make.factor('EMP-0.2', 'outOfCountyMatters', yes('outOfCountyMatters'), { own: true }),
  make.require(
    'EMP-0.3',
    'residentOrNear',
    any(oneOf('countyOfResidence', 'sacramento'), yes('reasonableTravelDistance')),
  ),
  make.require('EMP-0.3', 'hasResidence', yes('hasResidence')),
  make.require('EMP-0.3', 'telephone', any(yes('landLine'), yes('cellularEquipment')), { own: true }),
  make.factor(
    'EMP-0.4',
    'noOccupation',
    not(
      any(
        yes('employed'),
        atMost('daysUntilWork', 'workFindingDays'),
        yes('continuingStudent'),
        yes('disablingMedicalCondition'),
      ),
    ),
  ),
  ...named(
    make.bar,
    'EMP-0.5',
    {},
    'sexCrimeAgainstMinor',
    'felonySexualCrime',
    'drugManufacture',
    'violenceAgainstPersonnel',
    'crimeOfGreatViolence',
    'stalking',
    'domesticViolence',
  ),
  ...named(
    make.factor,
    'EMP-0.6',
    {},
    'patternOfMentalDysfunction',
    'patternOfSocialMisconduct',
    'patternOfAddiction',
    'patternOfViolence',
    'patternOfFailureToAppear',
  ),
  make.factor('EMP-0.9', 'notMediumSecurity', not(yes('classifiedMediumSecurity'))),
  make.factor('EMP-0.9', 'employmentHistoryWeak', yes('employmentHistoryWeak')),
  make.factor('EMP-0.9', 'unwillingToWork', not(yes('willingToMeetWorkRequirements'))),
]

/** EMP-2 and EMP-3: the expanded track. */
export const expandedTrackRules = (make: Makers): readonly Rule[] => [
  make.require('EMP-3.1', 'sentencedLocally', yes('sentencedLocally')),
  make.require('EMP-3.1', 'nonViolent', not(yes('violentOffense'))),
  make.require('EMP-3.1', 'nonSerious', not(yes('seriousOffense'))),
  make.require('EMP-3.1', 'nonSex', not(yes('sexOffense'))),
  make.require('EMP-3.1', 'notOnPrisonList', not(yes('onStatePrisonList')), { own: true }),
  ...named(
    make.factor,
    'EMP-3.2',
    {},
    'suicidalAttemptsOfLate',
    'severePsychiatricProblems',
    'earlierViolence',
    'extensiveDrugOrAlcoholAbuse',
    'closeToVictims',
  ),
  make.factor(
    'EMP-3.2',
    'earlierConvictions',
    any(
      yes('sexCrimeAgainstMinor'),
      yes('felonySexualCrime'),
      yes('stalking'),
      yes('domesticViolence'),
      yes('arson'),
    ),
  ),
  make.factor('EMP-3.2', 'otherSignsOfUnsuitability', yes('otherSignsOfUnsuitability')),
  make.require('EMP-3.3', 'livesInCounty', oneOf('countyOfResidence', 'sacramento')),
  make.require('EMP-3.3', 'residenceAcceptable', yes('residenceAcceptable')),
  make.require('EMP-3.3', 'residenceAccessible', yes('residenceAccessible')),
  make.require('EMP-3.3', 'electricity', yes('electricity')),
  make.require('EMP-3.3', 'householdCooperates', yes('householdCooperates')),
  make.require('EMP-3.3', 'everyAdultSignedConsentToSearch', yes('everyAdultSignedConsentToSearch')),
  make.require('EMP-3.3', 'everyAdultAgreedToRules', yes('everyAdultAgreedToRules')),
  make.factor(
    'EMP-3.3',
    'householdChanged',
    any(yes('newAdultInHousehold'), yes('searchAgreementWithdrawn'), yes('newAddress')),
    { own: true, steps: ['supervision'] },
  ),
  make.factor(
    'EMP-2.2',
    'custodyNotAsExpected',
    not(all(atLeast('daysInCustody', 'custodyDaysLeast'), atMost('daysInCustody', 'custodyDaysMost'))),
    { own: true, steps: ['installation'] },
  ),
  make.require('EMP-1.5', 'absenceKindsSet', yes('absenceKindsSet'), { own: true, steps: ['installation'] }),
]
