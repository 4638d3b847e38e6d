import { msg } from '@lingui/core/macro'
import { select, text, type ValuesOf } from '../../../parts/form/index.ts'

export const identifierKinds = [
  { value: 'social-security', label: msg`Social security` },
  { value: 'drivers-license', label: msg`Driver’s license` },
  { value: 'coin', label: msg`COIN (county identification)` },
] as const

/** A number that tells who somebody is. It is never kept in the browser. */
export const identifierFields = {
  kind: select({ label: msg`Kind`, required: true, options: identifierKinds }),
  number: text({ label: msg`Number`, required: true, secret: true, most: 40 }),
  issuer: text({ label: msg`State, of a license`, most: 2, width: 'short' }),
}

type Values = ValuesOf<typeof identifierFields>

/** A number as the office takes it. */
export const identifierOf = ({ kind, number, issuer }: Values) => ({ kind, number, issuer })
