import { es as arizona } from '../packs/arizona/wording.es.ts'
import { es as workAlternative } from '../packs/contra-costa/work-alternative/wording.es.ts'
import { es as sacramento } from '../packs/sacramento/wording.es.ts'
import { consequences } from './consequences.es.ts'
import { report } from './report.es.ts'
import { serving } from './serving.es.ts'
import { shared } from './shared.es.ts'
import type { en } from './wording.en.ts'

/** A code missing here does not compile. */
export const es: Readonly<Record<keyof typeof en, string>> = {
  ...shared,
  ...report,
  ...serving,
  ...consequences,
  ...workAlternative,
  ...sacramento,
  ...arizona,
}
