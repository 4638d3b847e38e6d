import { type Silence, silenceOf } from '@inlieu/watch'
import type { Evaluated } from './people.ts'
import type { World } from './world.ts'

/** Whose unit of an agency is silent, as it stands with what a batch has just brought. */
export function silencesOf(
  { people, library }: World,
  evaluated: readonly Evaluated[],
  agencyId: string,
): Silence[] {
  const states = new Map(evaluated.map(({ personId, followed }) => [personId, followed]))
  const found: Silence[] = []
  for (const personId of new Set([...people.keys(), ...states.keys()])) {
    const followed = states.get(personId) ?? people.get(personId)!
    const silence = followed.agencyId === agencyId ? silenceOf(followed.state, library) : null
    if (silence) found.push(silence)
  }
  return found
}
