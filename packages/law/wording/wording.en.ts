import { en as workAlternative } from '../packs/contra-costa/work-alternative/wording.en.ts'
import { report } from './report.en.ts'
import { shared } from './shared.en.ts'

export const en = { ...shared, ...report, ...workAlternative } as const
