import type { paths } from '../../../api/schema.gen.ts'

/** What was delegated to somebody, as the list shows it. */
export type Delegation =
  paths['/api/access/delegations']['get']['responses']['200']['content']['application/json']['delegations'][number]
/** What a form of a delegation offers. */
export type Choices =
  paths['/api/access/delegations/choices']['get']['responses']['200']['content']['application/json']

/** Where delegations stand in the cache; the choices of the form and one's own stand under it. */
export const delegationsKey = ['access', 'delegations'] as const
