import { beforeAll } from 'vitest'
import { setOfficeAhead } from '../platform/clock.ts'

// Files of tests share a process. What one of them may leave behind for the next is put back here: the clock of a
// demonstration, which a route can move as well.
beforeAll(() => setOfficeAhead(0))
