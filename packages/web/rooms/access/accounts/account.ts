import type { paths } from '../../../api/schema.gen.ts'

/** An account as the list shows it. */
export type Account =
  paths['/api/access/accounts']['get']['responses']['200']['content']['application/json']['accounts'][number]
