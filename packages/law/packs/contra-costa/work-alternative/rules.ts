import { all, any, atLeast, atMost, moreThan, not, yes } from '../../../eligibility/conditions.ts'
import { type DeclaredRule, rule } from '../../../eligibility/rule.ts'
import type { Condition, Rule, Step } from '../../../eligibility/types.ts'
import type { WordingCode } from '../../../wording/index.ts'

const EFFECTIVE = '1995-01-03'

/** WAP-P8.6: guidelines for people released early are those of court referrals, so the factors hold in both. */
const EVERY_STEP: readonly Step[] = ['admission', 'early-release']
const RELEASE: readonly Step[] = ['early-release']

/** WAP-ELIG.1: one or more of these may be cause for denial; an officer decides. */
const factor = (clause: string, textCode: WordingCode, condition: Condition): Rule =>
  rule({ clause, kind: 'factor', steps: EVERY_STEP, from: EFFECTIVE, textCode, condition })

const release = (declared: Omit<DeclaredRule, 'steps' | 'from'>): Rule =>
  rule({ ...declared, steps: RELEASE, from: EFFECTIVE })

export const rules: readonly Rule[] = [
  release({
    clause: 'WAP-P8.1',
    kind: 'require',
    textCode: 'wap.rule.earlyReleaseDays',
    note: 'wap.note.earlyReleaseDays',
    own: true,
    condition: all(
      atLeast('daysLeftToServe', 'earlyReleaseDaysLeast'),
      atMost('daysLeftToServe', 'earlyReleaseDaysMost'),
    ),
  }),
  release({
    clause: 'WAP-P8.3',
    kind: 'require',
    textCode: 'wap.rule.goodHealth',
    condition: yes('goodHealth'),
  }),
  release({
    clause: 'WAP-P8.3',
    kind: 'require',
    textCode: 'wap.rule.daysAWeekWilling',
    condition: atLeast('daysAWeekWilling', 'earlyReleaseDaysAWeek'),
  }),
  release({
    clause: 'WAP-P8.4',
    kind: 'require',
    textCode: 'wap.rule.transferredToMdf',
    condition: yes('transferredToMdf'),
  }),
  release({
    clause: 'WAP-P8.4',
    kind: 'require',
    textCode: 'wap.rule.warrantChecksCompleted',
    condition: yes('warrantChecksCompleted'),
  }),
  release({
    clause: 'WAP-P8.4',
    kind: 'factor',
    textCode: 'wap.rule.warrantFound',
    own: true,
    condition: yes('warrantFound'),
  }),
  release({
    clause: 'WAP-P8.3',
    kind: 'factor',
    textCode: 'wap.rule.chargesNotUsuallyAccepted',
    condition: not(yes('chargesUsuallyAccepted')),
  }),
  factor('WAP-ELIG.a', 'wap.rule.daysLeft', moreThan('daysLeftToServe', 'daysLeftLimit')),
  factor('WAP-ELIG.b', 'wap.rule.medical', yes('medicalProblemRulesOutSites')),
  factor(
    'WAP-ELIG.c',
    'wap.rule.convictionInvolves',
    any(yes('convictionInvolvesSex'), yes('convictionInvolvesArson'), yes('convictionInvolvesViolence')),
  ),
  factor('WAP-ELIG.d', 'wap.rule.drugs', any(yes('historyOfDrugSales'), yes('historyOfAddiction'))),
  factor('WAP-ELIG.e', 'wap.rule.institutionalMisconduct', yes('institutionalMisconduct')),
  factor(
    'WAP-ELIG.f',
    'wap.rule.violentConvictions',
    moreThan('violentConvictions', 'violentConvictionsLimit'),
  ),
  factor('WAP-ELIG.g', 'wap.rule.intoxication', any(yes('intoxicatedAtInterview'), yes('underTheInfluence'))),
  factor('WAP-ELIG.h', 'wap.rule.formalDiscipline', yes('formalDisciplineForRules')),
  factor('WAP-ELIG.i', 'wap.rule.violationOnCommitment', yes('violationOnCommitment')),
  factor('WAP-ELIG.j', 'wap.rule.application', any(yes('applicationIncomplete'), yes('informationRefused'))),
]
