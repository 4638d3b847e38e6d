import { refuse } from '../errors.ts'
import type { JsonSchema, Pack } from '../pack.types.ts'
import {
  day,
  document,
  integer,
  type ObjectSchema,
  object,
  oneOf,
  orNull,
  type Schema,
  yesNo,
} from '../schema/schema.ts'
import { say } from '../wording/index.ts'
import type { FactDefinition, Step } from './types.ts'

/**
 * JSON Schema of the facts of a pack, each with its question in plain words. With a step, only the facts
 * that step reads. A fact left out, or null, is unknown.
 *
 * Counts say their unit: days, days a week, convictions; no fact can hold money (SCC-2.A2). Throws
 * `LawInputError` for a step that the pack has not.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * Object.keys(factsSchema(wap).properties).includes('daysLeftToServe') // => true
 * factsSchema(wap).additionalProperties // => false
 */
export function factsSchema(pack: Pack, step?: Step): JsonSchema {
  if (step !== undefined && !pack.steps.includes(step))
    refuse('step', '', `"${step}" is not one of ${pack.steps.join(', ')}`)
  const read = new Set(pack.rules.filter((r) => !step || r.steps.includes(step)).flatMap((r) => r.facts))
  const facts = pack.facts.filter((fact) => read.has(fact.name))
  return document(`Facts of ${pack.name}${step ? `, ${step}` : ''}`, factsObject(facts))
}

/** The same for checking what `assess` is given. */
export function factsObject(facts: readonly FactDefinition[]): ObjectSchema {
  const properties = Object.fromEntries(facts.map((fact) => [fact.name, orNull(factSchema(fact))]))
  return object(properties, Object.keys(properties))
}

function factSchema(fact: FactDefinition): Schema {
  const question = say('en', fact.question)
  switch (fact.type) {
    case 'yes-no':
      return yesNo(question)
    case 'count':
      return integer(0, fact.maximum, `${question} (${fact.unit})`)
    case 'choice':
      return oneOf(
        fact.choices.map((choice) => choice.value),
        `${question} (${fact.choices.map((c) => `${c.value}: ${say('en', c.textCode)}`).join('; ')})`,
      )
    case 'day':
      return day(question)
  }
}
