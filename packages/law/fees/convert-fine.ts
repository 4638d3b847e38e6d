import { because } from '../pack.ts'
import type { Pack, Reason } from '../pack.types.ts'
import { checkParameters, numberOf, numberOrUnset } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { fineSchema } from './schema.ts'
import type { FineConversion, FineInput } from './types.ts'

/**
 * Community service hours in place of a fine (SWR-4; Penal Code 1209.5): each hour counts twice the minimum
 * wage of small employers on the day of the referral, and the person chooses it. Amounts in cents, hours in
 * whole steps of `conversionStepMinutes`, rounded up so that the whole fine is covered (own); what was worked
 * counts to the cent, rounded to the person's good (own).
 *
 * `ask` when nobody asked the person, or the wage is not set; `not-chosen` when the person did not choose it.
 *
 * Throws `LawInputError` for an input that does not fit, or a pack that converts no fines.
 *
 * @example
 * const asp = pack('sacramento/alternative-sentencing')
 * const wage = { name: 'smallEmployerWageCents', value: 1650, from: '2025-01-01', authority: 'Labor Code 1182.12', resolution: 'wage order of 2025' }
 * const parameters = resolveParameters(asp, [wage], '2025-06-02')
 * const referred = { fineCents: 33000, personChose: true, hoursWorked: 4 }
 * convertFine(asp, parameters, referred).hours // => 10
 * convertFine(asp, parameters, referred).leftCents // => 19800
 * convertFine(asp, resolveParameters(asp, [], '2025-06-02'), referred).kind // => 'ask'
 */
export function convertFine(pack: Pack, parameters: Parameters, input: FineInput): FineConversion {
  checkParameters(pack, parameters)
  accept('fine', fineSchema, input)
  const none = (kind: FineConversion['kind'], reason: Reason): FineConversion => ({
    kind,
    hourCents: null,
    hours: null,
    creditedCents: 0,
    leftCents: input.fineCents,
    reasons: [reason],
    on: parameters.on,
  })
  const wageCents = numberOrUnset(parameters, 'smallEmployerWageCents')
  if (input.personChose === false) return none('not-chosen', because(pack, 'fine.not-chosen'))
  if (input.personChose === null) return none('ask', because(pack, 'fine.ask-person'))
  if (wageCents === null) return none('ask', because(pack, 'fine.ask-wage'))
  const times = numberOf(parameters, 'conversionTimes')
  const hourCents = wageCents * times
  const creditedCents = Math.min(input.fineCents, Math.ceil(input.hoursWorked * hourCents))
  return {
    kind: 'converted',
    hourCents,
    hours: hoursFor(input.fineCents, hourCents, numberOf(parameters, 'conversionStepMinutes')),
    creditedCents,
    leftCents: input.fineCents - creditedCents,
    reasons: [because(pack, 'fine.rate', { times }), because(pack, 'fine.chosen')],
    on: parameters.on,
  }
}

function hoursFor(fineCents: number, hourCents: number, stepMinutes: number): number {
  const steps = Math.ceil((fineCents * 60) / (hourCents * stepMinutes))
  return (steps * stepMinutes) / 60
}
