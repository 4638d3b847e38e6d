import type { NotRule, RoomName } from '../../../pack.types.ts'

/** Clauses that no rule of the engine carries, and the room of the product that does. */
const rooms: Readonly<Record<string, RoomName>> = {
  'SWR-3': 'home',
  'SWR-7': 'reports',
  'SWR-8': 'community',
  'SWR-9': 'community',
  'EMP-0.7': 'money',
  'EMP-0.10': 'home',
  'EMP-0.11': 'home',
  'EMP-1.1': 'home',
  'EMP-1.2': 'home',
  'EMP-1.3': 'monitoring',
  'EMP-1.4': 'home',
  'EMP-2.1': 'intake',
  'EMP-4.1': 'access',
  'EMP-5.1': 'contacts',
  'EMP-5.2': 'contacts',
  'EMP-6.1': 'monitoring',
  'EMP-7.1': 'monitoring',
  'EMP-7.2': 'monitoring',
  'EMP-8.1': 'watch',
  'EMP-8.2': 'monitoring',
  'EMP-8.4': 'monitoring',
  'EMP-8.5': 'equipment',
  'EMP-8.6': 'watch',
  'EMP-8.7': 'watch',
  'EMP-8.8': 'monitoring',
  'EMP-9.1': 'testing',
  'EMP-11.2': 'reports',
  'EMP-11.3': 'equipment',
  'EMP-11.4': 'reports',
  'EMP-A.1': 'equipment',
  'EMP-A.2': 'monitoring',
  'EMP-A.3': 'monitoring',
}

/** Of these clauses, which rooms carry them. Throws for a clause that no room is named for. */
export const notRules = (...clauses: readonly string[]): readonly NotRule[] =>
  clauses.map((clause) => {
    const room = rooms[clause]
    if (room === undefined) throw new Error(`no room is named for ${clause}`)
    return { clause, room }
  })
