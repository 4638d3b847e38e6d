import { kinds } from './kinds.ts'
import type { Rerun } from './lane.ts'
import type { Made } from './state.ts'
import type { Happening, Millis, SetAside } from './types.ts'

/** What the world is to hear after a run: what is new, what is said differently, what is no longer supported. */
export interface Heard {
  happenings: Happening[]
  setAside: SetAside[]
  /** Everything that stands after the run, by key: with the time it was first known. */
  standing: ReadonlyMap<string, Happening>
}

/**
 * Compares by key what was said before with what is said now (monitoring rule 1). What is new and lies in a time already
 * passed is late; what vanished is withdrawn by later evidence, or joined to an earlier alarm where only a person may end it.
 */
export function reconcile(rerun: Rerun, knownAt: Millis): Heard {
  const setAside = newAside(rerun)
  if (rerun.before.length === 0 && !rerun.again) {
    return { happenings: rerun.after.map((one) => one.happening), setAside, standing: new Map() }
  }
  const before = new Map(rerun.before.map((one) => [one.happening.key, one.happening]))
  const standing = new Map<string, Happening>()
  const happenings: Happening[] = []
  for (const { by, happening } of rerun.after) {
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

function newAside(rerun: Rerun): SetAside[] {
  if (rerun.asideBefore.length === 0) return rerun.asideAfter.map((one) => one.aside)
  const before = new Set(rerun.asideBefore.map(({ aside }) => `${aside.key} ${aside.reason}`))
  return rerun.asideAfter
    .map(({ aside }) => aside)
    .filter((aside) => !before.has(`${aside.key} ${aside.reason}`))
}

/** The lane's own record with what was known before put in: the time something was first known does not change. */
export const remember = (made: readonly Made[], standing: ReadonlyMap<string, Happening>): readonly Made[] =>
  standing.size === 0
    ? made
    : made.map((one) => {
        const happening = standing.get(one.happening.key)
        return happening ? { by: one.by, happening } : one
      })
