import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { paths } from '../../../api/schema.gen.ts'
import type { Tone } from '../../../parts/status/status.tsx'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** A unit as the list shows it. */
export type ListedUnit = Answer<'/api/equipment/units'>['units'][number]
/** Everything about one unit. */
export type UnitPage = Answer<'/api/equipment/units/{id}'>
/** A model with its counts and prices. */
export type Model = Answer<'/api/equipment/models'>['models'][number]
/** Somebody a unit can be put on. */
export type Fittable = Answer<'/api/equipment/fittable'>['people'][number]
/** A sender of many units' messages. */
export type Forwarder = Answer<'/api/equipment/forwarders'>['forwarders'][number]
/** A way in with its secret, as it is told once. */
export type MadeWayIn =
  paths['/api/equipment/units/{id}/credentials']['post']['responses']['200']['content']['application/json']

export type ModelKind = Model['kind']
export type Level = Model['levels'][number]
export type UnitState = UnitPage['state']
export type UnitStep = UnitPage['steps'][number]
export type Door = UnitPage['credentials'][number]['door']
export type RemovalCode = NonNullable<UnitPage['fittings'][number]['removalCode']>

/** What a unit can be, in words. */
export const kindNames: Record<ModelKind, MessageDescriptor> = {
  gps: msg`GPS unit, worn`,
  'home-unit': msg`Home unit`,
  breath: msg`Breath alcohol unit`,
  alcohol: msg`Alcohol sensor, worn`,
  beacon: msg`Indoor beacon`,
  phone: msg`Application on a phone`,
}

/** How a unit reports, in words. */
export const levelNames: Record<Level, MessageDescriptor> = {
  active: msg`active`,
  passive: msg`passive`,
  'on-demand': msg`on demand`,
}

/** What each way of reporting means (EMP-A.1). */
export const levelHints: Record<Level, MessageDescriptor> = {
  active: msg`A position each minute, followed at all times.`,
  passive: msg`Stores and sends when it is docked or at set times.`,
  'on-demand': msg`Reports when it is asked, or at a violation.`,
}

/** Where a unit is, in words. */
export const stateNames: Record<UnitState, MessageDescriptor> = {
  'in-stock': msg`in stock`,
  fitted: msg`on a person`,
  'in-repair': msg`in repair`,
  lost: msg`lost`,
  retired: msg`retired`,
}

export const stateTones: Record<UnitState, Tone> = {
  'in-stock': 'plain',
  fitted: 'settled',
  'in-repair': 'waiting',
  lost: 'now',
  retired: 'over',
}

/** What can be recorded of a unit, as a form offers it. */
export const stepNames: Record<UnitStep, MessageDescriptor> = {
  fault: msg`A fault`,
  'to-repair': msg`Sent to repair`,
  repaired: msg`Back from repair`,
  lost: msg`Lost`,
  found: msg`Found`,
  retired: msg`Retired for good`,
}

/** What is on record of a unit, in words. */
export const historyNames: Record<UnitPage['history'][number]['kind'], MessageDescriptor> = {
  received: msg`Received`,
  fitted: msg`Fitted`,
  removed: msg`Taken off`,
  fault: msg`Fault`,
  'to-repair': msg`Sent to repair`,
  repaired: msg`Back from repair`,
  lost: msg`Lost`,
  found: msg`Found`,
  retired: msg`Retired`,
}

/** What can be wrong with a unit, in words. */
export const faultNames = {
  battery: msg`the battery`,
  charging: msg`the charging`,
  strap: msg`the strap`,
  case: msg`the case`,
  'no-contact': msg`it is not heard from`,
  'no-position': msg`it finds no position`,
  other: msg`something else`,
} satisfies Record<string, MessageDescriptor>

/** Why a unit was taken off, in words. */
export const removalNames: Record<RemovalCode, MessageDescriptor> = {
  'program-ended': msg`the program ended`,
  exchanged: msg`exchanged for another unit`,
  faulty: msg`it is faulty`,
  'in-custody': msg`the person is in custody`,
  medical: msg`a medical reason`,
  tampered: msg`it was tampered with`,
  other: msg`another reason`,
  'handed-over': msg`handed over to another person`,
  lost: msg`lost`,
}

/** The reasons a form offers; the others are given by their own acts. */
export const chosenRemovals = [
  'program-ended',
  'exchanged',
  'faulty',
  'in-custody',
  'medical',
  'tampered',
  'other',
] as const

/** What a unit can do for its wearer, in words. */
export const signalNames: Record<Model['signals'][number], MessageDescriptor> = {
  vibrate: msg`vibrate`,
  light: msg`light up`,
  tone: msg`sound a tone`,
  locate: msg`report at once when asked`,
}

/** How a unit or a forwarder reports, by the name of what is at the other end. */
export const doorNames: Record<Door, MessageDescriptor> = {
  osmand: msg`Traccar Client, or another application that speaks OsmAnd`,
  owntracks: msg`OwnTracks`,
  traccar: msg`A Traccar server that forwards`,
  json: msg`Plain JSON over HTTPS`,
}

/** Labels of a list of codes, as a form or a filter offers them. */
export const optionsOf = <V extends string>(
  values: readonly V[],
  names: Readonly<Record<V, MessageDescriptor>>,
): { value: V; label: MessageDescriptor }[] => values.map((value) => ({ value, label: names[value] }))

/** Where what is asked of the office about this room stands in the cache. */
export const equipmentKey = {
  all: ['equipment'] as const,
  units: ['equipment', 'units'] as const,
  worn: (enrolmentId: string) => ['equipment', 'worn', enrolmentId] as const,
  unit: (id: string) => ['equipment', 'unit', id] as const,
  models: ['equipment', 'models'] as const,
  forwarders: ['equipment', 'forwarders'] as const,
  fittable: (text: string) => ['equipment', 'fittable', text] as const,
}
