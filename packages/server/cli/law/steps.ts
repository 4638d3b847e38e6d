import { LawInputError, type Pack, type Step } from '@inlieu/law'
import type { LawOptions } from './options.ts'

/** The step that was asked for, or the first of the pack. Throws with the steps there are. */
export function stepOf(pack: Pack, { step }: LawOptions): Step {
  const found = step === undefined ? pack.steps[0] : pack.steps.find((known) => known === step)
  if (found !== undefined) return found
  const message = `"${step}" is not one of ${pack.steps.join(', ')}`
  throw new LawInputError('The step', [{ path: '', message }])
}
