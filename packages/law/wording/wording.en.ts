import { en as arizona } from '../packs/arizona/wording.en.ts'
import { en as workAlternative } from '../packs/contra-costa/work-alternative/wording.en.ts'
import { en as sacramento } from '../packs/sacramento/wording.en.ts'
import { consequences } from './consequences.en.ts'
import { report } from './report.en.ts'
import { serving } from './serving.en.ts'
import { shared } from './shared.en.ts'

export const en = {
  ...shared,
  ...report,
  ...serving,
  ...consequences,
  ...workAlternative,
  ...sacramento,
  ...arizona,
} as const
