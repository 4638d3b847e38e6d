import type { UnitState } from '../codes.ts'

/** What can happen to a unit besides being fitted and removed. */
export const unitSteps = ['fault', 'to-repair', 'repaired', 'lost', 'found', 'retired'] as const
export type UnitStep = (typeof unitSteps)[number]

// From which states each can be recorded. A unit on a person is taken off before it is repaired or retired;
// lost is what can happen to any of them, and what is retired stays so.
const takenFrom: Readonly<Record<UnitStep, readonly UnitState[]>> = {
  fault: ['in-stock', 'fitted', 'in-repair'],
  'to-repair': ['in-stock'],
  repaired: ['in-repair'],
  lost: ['in-stock', 'fitted', 'in-repair'],
  found: ['lost'],
  retired: ['in-stock', 'in-repair', 'lost'],
}

/** Whether this can be recorded of a unit in this state. */
export const canTake = (step: UnitStep, state: UnitState): boolean => takenFrom[step].includes(state)

/** Everything that can be recorded of a unit in this state. */
export const stepsFrom = (state: UnitState): UnitStep[] => unitSteps.filter((step) => canTake(step, state))

const words: Readonly<Record<UnitState, string>> = {
  'in-stock': 'in stock',
  fitted: 'on a person',
  'in-repair': 'in repair',
  lost: 'lost',
  retired: 'retired',
}

/** A state as words, for a refusal. */
export const unitStateInWords = (state: UnitState): string => words[state]
