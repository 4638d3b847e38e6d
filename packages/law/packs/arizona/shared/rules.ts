import { all, any, atLeast, not, oneOf, yes } from '../../../eligibility/conditions.ts'
import { type DeclaredRule, rule } from '../../../eligibility/rule.ts'
import { shareServed } from '../../../eligibility/share-served.ts'
import type { Condition, Rule, Step } from '../../../eligibility/types.ts'
import type { WordingCode } from '../../../wording/index.ts'
import { EFFECTIVE } from './section.ts'

const ADMISSION: readonly Step[] = ['admission']
const SUPERVISION: readonly Step[] = ['supervision']

type Declared = Pick<DeclaredRule, 'own' | 'note'> & { readonly steps?: readonly Step[] }

const make =
  (kind: Rule['kind']) =>
  (clause: string, textCode: WordingCode, condition: Condition, more: Declared = {}): Rule =>
    rule({ clause, kind, steps: ADMISSION, from: EFFECTIVE, textCode, condition, ...more })

const bar = make('bar')
const requirement = make('require')

const riskFound = all(yes('classificationReviewed'), any(yes('foundRiskToSelf'), yes('foundRiskToCommunity')))
const seriousOffense = any(
  yes('convictedOfSeriousOffense'),
  yes('sentencedAsDangerousOffender'),
  yes('sentencedAsRepetitiveOffender'),
)
const heldElsewhere = all(yes('sentencedToCountyJail'), yes('heldForAnotherJurisdiction'))

/** ARS-B.0: each of these closes all four programs. */
const closesAll: Declared = { note: 'ars.note.closesAll' }

/** A and B, in every program. */
export const barRules: readonly Rule[] = [
  requirement('ARS-A', 'ars.rule.sentenced', yes('sentencedToCountyJail')),
  requirement('ARS-B.1', 'ars.rule.reviewed', yes('classificationReviewed'), { own: true }),
  bar('ARS-B.1', 'ars.rule.riskFound', riskFound, closesAll),
  bar('ARS-B.2', 'ars.rule.pastViolentBehavior', yes('pastViolentBehavior'), closesAll),
  bar('ARS-B.3', 'ars.rule.seriousOffense', seriousOffense, closesAll),
  bar('ARS-B.4', 'ars.rule.felony', yes('jailForFelonyConviction'), closesAll),
  bar('ARS-B.5', 'ars.rule.judgeStated', yes('judgeStatedIneligible'), closesAll),
  bar('ARS-B.6', 'ars.rule.heldElsewhere', heldElsewhere, closesAll),
]

/** C.2, C.3: while a person is at home, one kind of monitoring or the other. */
export const monitoringRules: readonly Rule[] = [
  requirement(
    'ARS-C.2',
    'ars.rule.constantMonitoring',
    any(not(yes('electronicMonitoringRequired')), yes('locationMonitoredConstantly')),
    { steps: SUPERVISION },
  ),
  requirement(
    'ARS-C.3',
    'ars.rule.otherMonitoring',
    any(yes('electronicMonitoringRequired'), yes('otherMonitoringInPlace')),
    { steps: SUPERVISION },
  ),
]

/** J, for the program that takes nobody sentenced for driving under the influence. */
export const notDuiRule: Rule = requirement('ARS-J', 'ars.rule.notDui', not(yes('sentencedForDui')), {
  note: 'ars.note.duiPrograms',
})

/** J and M.1 to M.3, in both programs for driving under the influence. */
export const duiRules: readonly Rule[] = [
  requirement('ARS-J', 'ars.rule.dui', yes('sentencedForDui')),
  requirement('ARS-J', 'ars.rule.courtAuthorized', yes('courtAuthorizedPlacement'), { own: true }),
  bar(
    'ARS-M.1',
    'ars.rule.subsectionB',
    any(
      riskFound,
      yes('pastViolentBehavior'),
      seriousOffense,
      yes('jailForFelonyConviction'),
      yes('judgeStatedIneligible'),
      heldElsewhere,
    ),
  ),
  requirement(
    'ARS-M.2',
    'ars.rule.jailDays',
    any(not(oneOf('duiOffence', '28-1381-I')), atLeast('jailDaysServed', 'jailDaysFirst')),
  ),
  requirement(
    'ARS-M.3',
    'ars.rule.jailShare',
    any(
      not(oneOf('duiOffence', '28-1381-K', '28-1382-D', '28-1382-E')),
      shareServed('jailDaysServed', 'initialTermDays', 'suspendedDays', 'jailSharePercent', 'jailShareOf'),
    ),
    { own: true },
  ),
]

/** K.1: asked of the county, and again before anybody is admitted. */
export const authorizationRules: readonly Rule[] = [
  requirement(
    'ARS-K.1',
    'ars.rule.authorized',
    all(yes('boardMajorityOfFullMembership'), yes('publicHearingHeld'), yes('necessityFound')),
    { steps: ['authorization', 'admission'] },
  ),
]

/** N: placed by the court's order, under monitoring, at home during the hours that it ordered. */
export const placementRules: readonly Rule[] = [
  requirement('ARS-N.2', 'ars.rule.orderOnFile', yes('placementOrderOnFile'), { steps: ['enrolment'] }),
  requirement('ARS-N.1', 'ars.rule.courtRequiredMonitoring', yes('courtRequiredMonitoring'), {
    steps: ['enrolment'],
  }),
  requirement('ARS-N.1', 'ars.rule.monitoredConstantly', yes('locationMonitoredConstantly'), {
    steps: SUPERVISION,
  }),
  requirement(
    'ARS-N.1',
    'ars.rule.consecutiveHours',
    any(not(yes('consecutiveHoursOrdered')), yes('homeDuringConsecutiveHours')),
    { steps: SUPERVISION },
  ),
]

/** M.4: for the whole duration of home detention. */
export const durationRules: readonly Rule[] = [
  requirement('ARS-M.4a', 'ars.rule.subsectionsCToG', yes('keepsSubsectionsCToG'), { steps: SUPERVISION }),
  requirement(
    'ARS-M.4b',
    'ars.rule.testedDaily',
    all(
      yes('testedEveryDay'),
      yes('testMethodScientific'),
      oneOf('testPlace', 'home', 'court-designated-office'),
    ),
    { steps: SUPERVISION },
  ),
  requirement(
    'ARS-M.4c',
    'ars.rule.accreditedProgram',
    all(yes('inAlcoholOrDrugProgram'), yes('programAccredited')),
    { steps: SUPERVISION },
  ),
  requirement('ARS-M.4d', 'ars.rule.noDetrimental', not(yes('associatesWithDetrimental')), {
    steps: SUPERVISION,
  }),
  requirement('ARS-M.4e', 'ars.rule.otherProvisions', yes('keepsOtherProvisions'), { steps: SUPERVISION }),
]
