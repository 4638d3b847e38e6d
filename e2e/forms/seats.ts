import { test as base } from '../pages/desks.ts'
import { type Cases, layOut } from './cases.ts'

/** Tests over many forms: what they are about is laid out once by each worker. */
export const test = base.extend<object, { cases: Cases }>({
  cases: [async ({ origin }, use) => use(await layOut(origin)), { scope: 'worker', timeout: 120_000 }],
})
