import {
  type Pack,
  type ParameterDefinition,
  type ParameterValue,
  type ResolvedParameter,
  resolveParameters,
} from '@inlieu/law'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { RoomTx } from '../platform/database.ts'
import { viewsOf } from '../platform/database.ts'
import { day, id, instant } from '../platform/schemas.ts'
import { both, words } from '../platform/words.ts'
import { overridesOf } from './parameters-on.ts'
import { programOf, programRun, programsRun } from './program.ts'

/** A number, a choice, or a list of them. */
const value = z.union([z.number(), z.string(), z.boolean(), z.array(z.string())])

/** A value that was entered, whatever became of it. */
const enteredValue = z.object({
  id,
  value,
  fromDay: day,
  authority: z.string(),
  resolution: z.string(),
  state: z.enum(['waiting', 'approved', 'withdrawn']),
  enteredAt: instant,
  enteredBy: id,
  enteredByName: z.string(),
  approvedAt: instant.nullable(),
  approvedByName: z.string().nullable(),
  withdrawalReason: z.string().nullable(),
})

/** A parameter of a pack: what it is, what holds on the day, and every value that was entered for it. */
export const parameterShown = z.object({
  name: z.string(),
  /** The question that it answers. */
  question: words,
  clause: z.string(),
  own: z.boolean(),
  type: z.enum(['number', 'choice', 'set']),
  unit: z.string().nullable(),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  choices: z.array(z.string()),
  /** How the law says what a list may hold; the page has words of its own for single choices. */
  choiceWords: z.record(z.string(), words),
  default: value.nullable(),
  inForce: z.object({
    value: value.nullable(),
    source: z.enum(['pack', 'county', 'unset']),
    from: day.nullable(),
    authority: z.string().nullable(),
    resolution: z.string().nullable(),
  }),
  /** The latest entered first. */
  entered: z.array(enteredValue),
})

export const parameterList = z.object({
  on: day,
  program: z.object({
    pack: z.string(),
    name: z.string(),
    version: z.string(),
    hash: z.string(),
    /** Of a program that stands on a policy of its own. */
    policyNumber: z.string().nullable(),
    statute: z.string(),
    establishedBy: z.string(),
    effective: day,
    boardAction: day.nullable(),
  }),
  /** Every program whose parameters can be looked at. */
  programs: z.array(z.object({ pack: z.string(), name: z.string() })),
  parameters: z.array(parameterShown),
})

export type ParameterList = z.output<typeof parameterList>
type ParameterShown = z.output<typeof parameterShown>

/** Every parameter of a program as it stands on a day, with its history. */
export async function listParameters(
  tx: RoomTx<'programs'>,
  packName: string,
  on: Temporal.PlainDate,
): Promise<ParameterList> {
  const pack = programOf({ pack: packName })
  const resolved = resolveParameters(pack, await overridesOf(viewsOf(tx), packName), on.toString())
  const entered = await enteredValues(tx, packName)
  const { authority } = pack
  const policy = authority.kind === 'policy' ? authority : null
  return {
    on,
    program: {
      pack: pack.name,
      name: programRun(packName)?.name ?? pack.title,
      version: pack.version,
      hash: pack.hash,
      policyNumber: policy?.policyNumber ?? null,
      statute: authority.statute,
      establishedBy: authority.establishedBy,
      effective: toDay(authority.effective),
      boardAction: policy && toDay(policy.boardAction),
    },
    programs: programsRun.map(({ pack, name }) => ({ pack, name })),
    parameters: pack.parameters.map((definition) => ({
      ...described(definition),
      choiceWords: choiceWords(pack, definition),
      inForce: inForce(resolved.values[definition.name]!),
      entered: entered.get(definition.name) ?? [],
    })),
  }
}

/** A list is held against a fact (whether the county of residence is among them), and that fact words its choices. */
function choiceWords(pack: Pack, definition: ParameterDefinition): ParameterShown['choiceWords'] {
  if (definition.type !== 'set') return {}
  const said = pack.facts.flatMap((fact) => (fact.type === 'choice' ? fact.choices : []))
  return Object.fromEntries(
    definition.choices.map((choice) => {
      const worded = said.find(({ value }) => value === choice)
      return [choice, worded ? both(worded.textCode) : { en: choice, es: choice }]
    }),
  )
}

/** The pages' form of a value: a list of its own. */
const plainValue = (value: ParameterValue | null): ParameterShown['default'] =>
  typeof value === 'object' && value !== null ? [...value] : value

function described(
  definition: ParameterDefinition,
): Omit<ParameterShown, 'choiceWords' | 'inForce' | 'entered'> {
  const { name, question, clause, own } = definition
  const isNumber = definition.type === 'number'
  return {
    name,
    question: both(question),
    clause,
    own,
    type: definition.type,
    unit: isNumber ? definition.unit : null,
    minimum: isNumber ? definition.minimum : null,
    maximum: isNumber ? definition.maximum : null,
    choices: isNumber ? [] : [...definition.choices],
    default: plainValue(definition.default),
  }
}

function inForce({
  value,
  source,
  from,
  authority,
  resolution,
}: ResolvedParameter): ParameterShown['inForce'] {
  return { value: plainValue(value), source, from: from === null ? null : toDay(from), authority, resolution }
}

async function enteredValues(
  tx: RoomTx<'programs'>,
  packName: string,
): Promise<Map<string, ParameterShown['entered']>> {
  const rows = await tx
    .selectFrom('programs.parameter as p')
    .innerJoin('access.v_account as e', (join) =>
      join.onRef('e.agency_id', '=', 'p.agency_id').onRef('e.id', '=', 'p.entered_by'),
    )
    .leftJoin('access.v_account as a', (join) =>
      join.onRef('a.agency_id', '=', 'p.agency_id').onRef('a.id', '=', 'p.approved_by'),
    )
    .selectAll('p')
    .select(['e.display_name as entered_by_name', 'a.display_name as approved_by_name'])
    .where('p.pack', '=', packName)
    .orderBy('p.entered_at', 'desc')
    .orderBy('p.id')
    .execute()
  const shown = rows.map((row) => ({
    name: row.name,
    entered: {
      id: row.id,
      value: row.value,
      fromDay: row.from_day,
      authority: row.authority,
      resolution: row.resolution,
      state: stateOf(row),
      enteredAt: row.entered_at,
      enteredBy: row.entered_by,
      enteredByName: row.entered_by_name,
      approvedAt: row.approved_at,
      approvedByName: row.approved_by_name,
      withdrawalReason: row.withdrawal_reason,
    },
  }))
  const byName = Map.groupBy(shown, (row) => row.name)
  return new Map([...byName].map(([name, list]) => [name, list.map((row) => row.entered)]))
}

function stateOf(row: { withdrawn_at: unknown; approved_at: unknown }): 'waiting' | 'approved' | 'withdrawn' {
  if (row.withdrawn_at) return 'withdrawn'
  return row.approved_at ? 'approved' : 'waiting'
}

const toDay = (text: string) => Temporal.PlainDate.from(text)
