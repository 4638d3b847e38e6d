import type { DescriptionAuthority, OrdinanceAuthority, PolicyAskedFor } from '../../../pack.types.ts'

/**
 * The texts give years and no days. The printed fees and the court-ordered program are those of SCC 1649,
 * 2019: all six programs are encoded from the first day of the year after (own).
 */
export const ENCODED_FROM = '2020-01-01'

/** SCC-5.A: within 90 days of the ordinance, by the Sheriff. */
export const sheriffsPolicy: PolicyAskedFor = {
  clause: 'SCC-5.A',
  submittedBy: 'sheriff',
  submitBy: null,
  approvedBy: 'board',
  covers: ['criteria', 'ability-to-pay', 'challenge', 'fee-dispute'],
}

/** SCC-5.B: the same for the court-ordered program, without its parts on fees. */
export const probationsPolicy: PolicyAskedFor = {
  clause: 'SCC-5.B',
  submittedBy: 'chief-probation-officer',
  submitBy: '2020-01-01',
  approvedBy: 'board',
  covers: ['criteria', 'challenge'],
}

/** The ordinance on home detention and pretrial release. Only 2.90.420 prints its number. */
export const ordinance = (statute: string, ...policies: readonly PolicyAskedFor[]): OrdinanceAuthority => ({
  kind: 'ordinance',
  policies,
  cited: 'Sacramento County Code, chapter 2.90',
  statute,
  establishedBy: 'SCC 1091, 1997',
  effective: ENCODED_FROM,
  references: ['SCC 1091', 'SCC 1518', 'SCC 1618', 'SCC 1649', 'SCC 1680'],
  sections: [
    {
      id: 'SCC-1',
      number: null,
      history: [
        'SCC 1091 § 1, 1997',
        'SCC 1518 § 1, 2012',
        'SCC 1618 § 23, 2018',
        'SCC 1649 § 1, 2019',
        'SCC 1680 § 1, 2021',
      ],
    },
    {
      id: 'SCC-2',
      number: null,
      history: ['SCC 1091 § 2, 1997', 'SCC 1518 § 1, 2012', 'SCC 1618 § 24, 2018', 'SCC 1649 § 1, 2019'],
    },
    {
      id: 'SCC-3',
      number: '2.90.420',
      history: ['SCC 1091 § 3, 1997', 'SCC 1518 § 1, 2012', 'SCC 1649 § 1, 2019'],
    },
    {
      id: 'SCC-4',
      number: null,
      history: ['SCC 1091 § 3, 1997', 'SCC 1518 § 1, 2012', 'SCC 1618 § 25, 2018'],
    },
    {
      id: 'SCC-5',
      number: null,
      history: ['SCC 1091 § 4, 1997', 'SCC 1518 § 1, 2012', 'SCC 1649 § 1, 2019'],
    },
  ],
})

/** What the Work Release Division publishes of itself. */
export const division = (statute: string): DescriptionAuthority => ({
  kind: 'description',
  cited: 'Work Release Division, description of programs',
  document: 'Sacramento County Sheriff, Work Release Division',
  statute,
  establishedBy: 'Sacramento County Sheriff',
  effective: ENCODED_FROM,
  references: [],
})
