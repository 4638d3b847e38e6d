import type { StatuteAuthority } from '../../../pack.types.ts'

/**
 * First day on which anything is decided under these packs. The source prints no date (own): see
 * `docs/law/open-readings.md`.
 */
export const EFFECTIVE = '2012-01-01'

/** The statute that all four packs encode. */
export const section: StatuteAuthority = {
  kind: 'statute',
  cited: 'section 11-459',
  statute: 'A.R.S. 11-459',
  establishedBy: 'A.R.S. 11-459',
  section: '11-459',
  effective: EFFECTIVE,
  references: [
    'A.R.S. 13-703',
    'A.R.S. 13-704',
    'A.R.S. 13-706',
    'A.R.S. 28-1381',
    'A.R.S. 28-1382',
    'A.R.S. 28-1387(C)',
  ],
}

export const VERSION = 'A.R.S. 11-459, as printed in the source'
