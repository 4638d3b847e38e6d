import { definePack } from '../../../pack.ts'
import { citations } from './citations.ts'
import { clauses } from './clauses.ts'
import { commitmentItems } from './commitment.ts'
import { decisions } from './decisions.ts'
import { facts } from './facts.ts'
import { fees, paymentForms, repeals, whenFeesNotBrought } from './fees.ts'
import { bookingFields, intakeItems } from './intake.ts'
import { parameters } from './parameters.ts'
import { notRules } from './rooms.ts'
import { rules } from './rules.ts'

/** Contra Costa County's Work Alternative Program: policy 2-1 of the Custody Alternative Bureau. */
export const workAlternative = definePack({
  name: 'contra-costa/work-alternative',
  title: 'Contra Costa County: Work Alternative Program',
  version: 'Policy 2-1, effective 1995-01-03',
  authority: {
    kind: 'policy',
    cited: 'policy 2-1',
    statute: 'Penal Code 4024.2',
    establishedBy: 'Resolution 83/361',
    policyNumber: '2-1',
    effective: '1995-01-03',
    replaces: '1993-12-09',
    boardAction: '1995-04-04',
    // As printed, the repeated 2-5273 included.
    references: [
      'C.A.C. 2-5109',
      'C.A.C. 2-5273',
      'C.A.C. 2-5326',
      'C.A.C. 2-5433',
      'C.A.C. 2-5344',
      'C.A.C. 2-5345',
      'C.A.C. 2-5347',
      'C.A.C. 2-5351',
      'C.A.C. 2-5360',
      'C.A.C. 2-5273',
      'C.A.C. 2-5381',
      'M.S. 1041',
      'M.S. 1050',
      'P.C. 815',
      'P.C. 853.6',
      'P.C. 1203',
      'P.C. 4004',
      'P.C. 4019',
      'P.C. 4030',
      'P.C. 6263',
    ],
  },
  clauses,
  steps: ['admission', 'early-release'],
  facts,
  rules,
  parameters,
  citations,
  decisions,
  fees,
  repeals,
  paymentForms,
  whenFeesNotBrought,
  commitmentItems,
  intakeItems,
  bookingFields,
  deadlines: [
    // P8.2: the M.D.F. Classification staff send a list of who may be released early, each Friday and Tuesday.
    {
      name: 'early-release-list',
      clause: 'WAP-P8.2',
      own: false,
      parameter: null,
      weekdays: [2, 5],
      warnParameter: null,
      textCode: 'wap.deadline.early-release-list',
    },
  ],
  notRules,
  sentence: {
    events: ['withdrawn'],
    counts: 'days-of-work',
    jailFirst: null,
    goodTime: false,
    stepDown: null,
  },
  nevers: [
    { clause: 'WAP-BOOK.8', textCode: 'wap.never.contractChangedBySite' },
    { clause: 'WAP-GT.1', textCode: 'wap.never.goodTime' },
    { clause: 'WAP-P3.3', textCode: 'wap.never.inabilityAsViolation' },
  ],
})
