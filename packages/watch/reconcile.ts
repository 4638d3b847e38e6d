import { kinds } from './kinds.ts'
import type { Rerun } from './lane.ts'
import type { Moment } from './moment.ts'
import type { AsideMade, Made } from './state.ts'
import { asideIn } from './stretches.ts'
import type { Happening, Millis, SetAside } from './types.ts'

/** What the world is to hear after a run: what is new, what is said differently, what is no longer supported. */
export interface Heard {
  happenings: Happening[]
  setAside: SetAside[]
  /** Everything that stands after the run, by key: with the time it was first known. */
  standing: ReadonlyMap<string, Happening>
}

const NOTHING: ReadonlyMap<string, Happening> = new Map()

/**
 * Compares by key what was said before with what is said now (monitoring rule 1). What is new and lies in a time already
 * passed is late; what vanished is withdrawn by later evidence, or joined to an earlier alarm where only a person may end it.
 */
export function reconcile(rerun: Rerun, said: Pick<Moment, 'made' | 'aside'>, knownAt: Millis): Heard {
  const setAside = newAside(rerun, said.aside)
  if (rerun.before.length === 0 && !rerun.again) {
    return { happenings: said.made.map((one) => one.happening), setAside, standing: NOTHING }
  }
  const before = new Map(rerun.before.map((one) => [one.happening.key, one.happening]))
  const standing = new Map<string, Happening>()
  const happenings: Happening[] = []
  for (const { by, happening } of said.made) {
    const known = before.get(happening.key)
    const now = known
      ? { ...happening, knownAt: known.knownAt, late: known.late }
      : { ...happening, late: happening.late || (rerun.again && by < rerun.reached) }
    standing.set(now.key, now)
    if (!known || JSON.stringify(known) !== JSON.stringify(now)) happenings.push(now)
  }
  for (const gone of before.values()) {
    if (!standing.has(gone.key)) happenings.push(withdraw(gone, standing, knownAt))
  }
  return { happenings, setAside, standing }
}

function withdraw(gone: Happening, standing: ReadonlyMap<string, Happening>, knownAt: Millis): Happening {
  const evidence = { ...gone.evidence, values: { ...gone.evidence.values, changedAt: knownAt } }
  if (kinds[gone.kind].ends !== 'by-a-person') {
    return {
      ...gone,
      withdrawn: true,
      evidence: { ...evidence, why: 'Later evidence no longer supports it.' },
    }
  }
  const earlier = [...standing.values()].find((one) => one.kind === gone.kind && one.at <= gone.at)
  const why = earlier
    ? 'Later evidence shows that it began earlier; this stays on record.'
    : 'By a setting known later the unit was not worn; it was alarmed of, and a person must end it.'
  return {
    ...gone,
    ...(earlier ? { joined: earlier.key, incident: earlier.incident } : {}),
    evidence: { ...evidence, why },
  }
}

function newAside({ asideBefore }: Rerun, asideAfter: readonly AsideMade[]): SetAside[] {
  const before = asideBefore.length === 0 ? null : new Set(asideBefore)
  return asideAfter.map(({ aside }) => aside).filter((aside) => !before?.has(asideIn(aside)))
}

/** The lane's own record with what was known before put in: the time something was first known does not change. */
export const remember = (made: readonly Made[], standing: ReadonlyMap<string, Happening>): readonly Made[] =>
  standing.size === 0
    ? made
    : made.map((one) => {
        const happening = standing.get(one.happening.key)
        return happening ? { by: one.by, happening } : one
      })
