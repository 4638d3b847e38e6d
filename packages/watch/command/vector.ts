import { keyOf } from '../keys.ts'
import { type Outage, outage, type Silence } from '../outage.ts'
import { initialState } from '../state.ts'
import { step } from '../step.ts'
import type {
  Fix,
  Happening,
  Input,
  Millis,
  SetAside,
  Settings,
  Span,
  TemplateLibrary,
  TemplateSet,
} from '../types.ts'
import { isObject } from './json-file.ts'
import { instantOf } from './readers/values.ts'
import { Refusal } from './refusal.ts'
import { zonesOf } from './zones.ts'

/** A test vector as its file has it; `vectors/README.md` tells it field by field. */
export interface Vector {
  shows: string
  source: string[]
  given?: Told
  templates?: { id: string; version: string; zones: Told }[]
  inputs?: Told[]
  silences?: Told[]
  expect: {
    happenings?: Told[]
    setAside?: Told[]
    outages?: Told[]
  }
}

/** An object as JSON has it, times in ISO 8601. */
export type Told = Record<string, unknown>

/** What the watch made of a vector. */
export interface VectorRun {
  /** Each once, as it was said last, in the order in which they happened. */
  happenings: Happening[]
  setAside: SetAside[]
  outages: Outage[]
}

/** The inputs of a vector in the order in which they came, the settings that are given first. */
export function inputsOf(vector: Vector): Input[] {
  const given: Told = { kind: 'setting', at: '1970-01-01T00:00:00Z', change: vector.given ?? {} }
  return [given, ...(vector.inputs ?? [])].map(inputOf)
}

/** Runs a vector, each of `batches` in one step. */
export function runVector(vector: Vector, batches: readonly (readonly Input[])[]): VectorRun {
  const library = libraryOf(vector)
  const said = new Map<string, Happening>()
  const setAside: SetAside[] = []
  let state = initialState('p')
  for (const batch of batches) {
    const out = step(state, batch, library)
    state = out.state
    for (const happening of out.happenings) said.set(happening.key, happening)
    setAside.push(...out.setAside)
  }
  const happenings = [...said.values()].sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1))
  return { happenings, setAside, outages: outage((vector.silences ?? []).map(silenceIn)) }
}

function libraryOf({ templates = [] }: Vector): TemplateLibrary {
  const sets = templates.map(({ id, version, zones }): [string, TemplateSet] => [
    `${id}@${version}`,
    { id, version, zones: zonesOf(zones, `${id}@${version}`) },
  ])
  return Object.fromEntries(sets)
}

/** An instant of a vector as epoch milliseconds. */
export function instantIn(value: unknown): Millis {
  const at = instantOf(value)
  if (typeof at === 'string') throw new Refusal('vector', at, 'Give ISO 8601 with an offset.')
  return at
}

function inputOf(told: Told): Input {
  const { at: when, received: came, key, change, ...rest } = told
  const at = instantIn(when)
  const received = came === undefined ? at : instantIn(came)
  const content = rest as Partial<Fix>
  const made = { ...rest, at, received, key: key ?? keyOf(String(told.kind), { ...content, at }) }
  return (isObject(change) ? { ...made, change: changeOf(change) } : made) as unknown as Input
}

function changeOf(change: Told): Partial<Settings> {
  const { zones, exceptions, tests, ...rest } = change
  return {
    ...rest,
    ...(zones === undefined ? {} : { zones: zonesOf(zones as Told, 'zones') }),
    ...(exceptions === undefined ? {} : { exceptions: (exceptions as Told[]).map(spanIn) }),
    ...(tests === undefined ? {} : { tests: (tests as Told[]).map(spanIn) }),
  } as unknown as Partial<Settings>
}

const spanIn = <T extends Told>(told: T): T & Span => ({
  ...told,
  from: instantIn(told.from),
  to: instantIn(told.to),
})

const silenceIn = (told: Told): Silence =>
  ({ ...told, lastContact: instantIn(told.lastContact) }) as unknown as Silence
