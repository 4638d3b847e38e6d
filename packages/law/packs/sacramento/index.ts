import type { Pack } from '../../pack.types.ts'
import { alternativeSentencing } from './alternative-sentencing/index.ts'
import { homeDetention } from './home-detention/index.ts'
import { homeDetentionExpanded } from './home-detention-expanded/index.ts'
import { pretrialCourt } from './pretrial-court/index.ts'
import { pretrialSheriff } from './pretrial-sheriff/index.ts'
import { workProject } from './work-project/index.ts'

/** Sacramento County's programs. */
export const sacramento: readonly Pack[] = [
  workProject,
  homeDetention,
  homeDetentionExpanded,
  alternativeSentencing,
  pretrialSheriff,
  pretrialCourt,
]
