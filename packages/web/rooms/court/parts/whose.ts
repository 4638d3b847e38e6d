import { msg } from '@lingui/core/macro'
import { text, tick, type ValuesOf } from '../../../parts/form/index.ts'
import { addressFields, addressOf, identityFields, placeInForm } from '../../people/parts/person-fields.ts'

/** Whose a commitment is: somebody on record, or somebody to be opened with it. */
export const whoseFields = {
  /** '' until chosen, `new`, or the id of somebody on record. */
  whose: text({ label: msg`Whose commitment it is`, required: true }),
  ...identityFields,
  ...addressFields,
  phone: text({ label: msg`Telephone`, most: 40, inputMode: 'tel' }),
  /** Not drawn: what the clerk said when the office asked first. */
  personEvenSo: tick({ label: msg`Somebody else even so` }),
  evenSo: tick({ label: msg`Another paper even so` }),
}

type Values = ValuesOf<typeof whoseFields>

/** Whose commitment the form says it is, as the office takes it. */
export function whoseOf(values: Values) {
  const { whose, personEvenSo, evenSo } = values
  const newPerson = {
    familyName: values.familyName,
    givenNames: values.givenNames,
    suffix: values.suffix,
    birthDate: values.birthDate,
    sex: values.sex,
    language: values.language,
    address: addressOf(values),
    phones: values.phone === '' ? [] : [{ number: values.phone, kind: 'mobile' as const }],
  }
  return { ...(whose === 'new' ? { newPerson } : { personId: whose }), personEvenSo, evenSo }
}

/** Whether somebody is to be opened without any name. */
export const isNameless = ({ whose, familyName, givenNames }: Values): boolean =>
  whose === 'new' && familyName === '' && givenNames === ''

/** The name in the form of a field about the person that the office names; null for any other field. */
export function placeOfWhose(path: string): string | null {
  if (path === 'personId') return 'whose'
  if (path.startsWith('newPerson.phones')) return 'phone'
  return path.startsWith('newPerson.') ? placeInForm(path) : null
}
