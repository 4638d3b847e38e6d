import type { Input } from '@inlieu/watch'
import type { Batch } from './batch.ts'
import { type Evaluated, evaluate, type Followed, letWait, newcomer } from './people.ts'
import { type Assigned, rowName } from './rows.ts'
import type { SetRight } from './set-right.ts'
import { toldInput } from './stored-rows.ts'
import type { World } from './world.ts'

/** Somebody whose inputs the watch could not make anything of: a defect of ours, and nobody else's trouble. */
export interface NotEvaluated {
  personId: string
  agencyId: string
  error: string
  readings: readonly Assigned[]
}

/** A reading as an input of the watch. */
export function inputOf({ reading, key, received, unitId }: Assigned): Input {
  return {
    ...reading.record,
    kind: reading.kind === 'fix' ? 'fix' : 'device',
    key,
    received,
    device: unitId,
  } as Input
}

/** What is to be stepped of a person. */
export interface PersonsInputs {
  agencyId: string
  inputs: Input[]
  readings: Assigned[]
}

/** What came in with a batch. */
export interface CameIn {
  assigned: readonly Assigned[]
  /** Names of the readings that the record had not. */
  isNew: ReadonlySet<string>
  /** What was somebody else's until now. */
  setRight: readonly SetRight[]
}

/** What a batch brings to each person. */
export interface ByPerson {
  inputs: Map<string, PersonsInputs>
  /** Those for whom time passed and nothing else: nothing is due of them, and nothing is stepped. */
  waiting: Map<string, Followed>
}

/**
 * Each person's inputs of a batch; a reading that the record had already has no effect. What is still owed to a person
 * comes before what is new, and with each tick even when nothing is.
 */
export function inputsByPerson(
  world: World,
  batch: Batch,
  { assigned, isNew, setRight }: CameIn,
  number: number,
): ByPerson {
  const found = new Map<string, PersonsInputs>()
  const waiting = new Map<string, Followed>()
  const of = (personId: string, agencyId: string) => {
    const owed = world.owed.get(personId)?.inputs ?? []
    const one = found.get(personId) ?? { agencyId, inputs: [...owed], readings: [] }
    found.set(personId, one)
    return one
  }
  if (batch.tick) for (const [personId, { agencyId }] of world.owed) of(personId, agencyId)
  for (const told of batch.told) {
    if (told.personId !== null) of(told.personId, told.agencyId).inputs.push(toldInput(told))
  }
  for (const { personId, agencyId, inputs } of setRight) of(personId, agencyId).inputs.push(...inputs)
  for (const one of assigned) {
    if (one.personId === null || !isNew.has(rowName(one))) continue
    const person = of(one.personId, one.agencyId)
    person.inputs.push(inputOf(one))
    person.readings.push(one)
  }
  if (batch.tick) {
    const { at, slot } = batch.tick
    const tick: Input = { kind: 'tick', key: `tick:${number}`, at, received: at }
    for (const [personId, followed] of world.people) {
      if (slot !== null && followed.slot !== slot) continue
      if (followed.due > at && !found.has(personId) && !world.missing.has(personId))
        waiting.set(personId, letWait(followed, at))
      else of(personId, followed.agencyId).inputs.push(tick)
    }
  }
  return { inputs: found, waiting }
}

/** Everybody's inputs, one after the other. What one person's bring down is that person's alone. */
export function evaluateAll(
  world: World,
  inputs: ReadonlyMap<string, PersonsInputs>,
): { evaluated: Evaluated[]; failed: NotEvaluated[] } {
  const evaluated: Evaluated[] = []
  const failed: NotEvaluated[] = []
  for (const [personId, { agencyId, inputs: list, readings }] of inputs) {
    try {
      const before = world.people.get(personId) ?? newcomer(agencyId, personId)
      evaluated.push(evaluate(personId, before, list, world.library))
    } catch (error) {
      failed.push({ personId, agencyId, readings, error: String((error as Error)?.stack ?? error) })
    }
  }
  return { evaluated, failed }
}
