import { z } from 'zod'
import type { Keys } from '../platform/keys.ts'

export const identifierKinds = ['social-security', 'drivers-license', 'coin'] as const

/** A number that tells who somebody is: social security, driver's license, the county's own (COIN). */
export type IdentifierKind = (typeof identifierKinds)[number]

/** A number as it is kept: without spaces and dashes, in capitals. */
export interface PlainIdentifier {
  kind: IdentifierKind
  /** The state that issued a driver's license; '' for the others. */
  issuer: string
  number: string
}

const states =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP'.split(
    ' ',
  )

/** An identifier as typed in a form. */
export const identifierBody = z
  .strictObject({
    kind: z.enum(identifierKinds),
    issuer: z.string().trim().toUpperCase().max(2).default(''),
    number: z.string().trim().min(1, 'Type the number.').max(40, 'At most 40 characters.'),
  })
  .transform((typed, issue): PlainIdentifier => {
    const number = typed.number.replace(/[\s-]/g, '').toUpperCase()
    const wrong = wrongWith(typed.kind, typed.issuer, number)
    if (wrong) issue.addIssue({ code: 'custom', ...wrong })
    return { kind: typed.kind, issuer: typed.kind === 'drivers-license' ? typed.issuer : '', number }
  })

/** What is wrong with a number, and at which field; null when it can be one. */
export function wrongWith(
  kind: IdentifierKind,
  issuer: string,
  number: string,
): { path: string[]; message: string } | null {
  const at = (path: string, message: string) => ({ path: [path], message })
  switch (kind) {
    case 'social-security':
      if (!/^\d{9}$/.test(number)) return at('number', 'A social security number has nine digits.')
      // Never issued: area 000, 666 and 9xx (taxpayer numbers), group 00, serial 0000.
      return /^(000|666|9)|^...00|0000$/.test(number)
        ? at('number', 'No social security number looks like this. Check the digits.')
        : null
    case 'drivers-license':
      if (!states.includes(issuer)) return at('issuer', 'Give the two letters of the state that issued it.')
      return /^[A-Z0-9*]{3,20}$/.test(number)
        ? null
        : at('number', 'Type the letters and digits of the license.')
    case 'coin':
      return /^[A-Z0-9]{2,20}$/.test(number) ? null : at('number', 'Type the letters and digits of the COIN.')
  }
}

/** A number on its way to be sealed: what a verb is given in its place. */
export interface SealableIdentifier {
  readonly kind: IdentifierKind
  readonly issuer: string
  /** The last four characters, shown without opening. */
  readonly ending: string
  /** Keyed digest, for exact search. */
  readonly lookup: Buffer
  /** Seals it for one row. */
  sealFor(rowId: string): string
  /** As JSON it is its keyed digest, so that no digest of a request could be guessed back to the number. */
  toJSON(): string
}

/** Wraps a number so that it can travel to a verb without being written down anywhere on the way. */
export function sealable(keys: Keys, plain: PlainIdentifier): SealableIdentifier {
  const lookup = identifierLookup(keys, plain)
  return {
    kind: plain.kind,
    issuer: plain.issuer,
    ending: plain.number.slice(-4),
    lookup,
    sealFor: (rowId) => keys.seal(plain.number, sealContext(rowId)),
    toJSON: () => lookup.toString('hex'),
  }
}

/** Keyed digest of a number: the same number gives the same digest, and nobody without the key can try numbers. */
export function identifierLookup(keys: Keys, plain: PlainIdentifier): Buffer {
  return keys.lookup(`${plain.issuer}:${plain.number}`, plain.kind)
}

/** Bound into the seal: a value moved to another row does not open. */
export function sealContext(rowId: string): string {
  return `people.identifier:${rowId}`
}
