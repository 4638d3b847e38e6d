import { msg } from '@lingui/core/macro'
import { file, text, tick } from '../../../parts/form/index.ts'
import { addressFields, identityFields } from '../../people/parts/person-fields.ts'

/** What a new commitment's form has besides the commitment: the scan, and whose it is. */
export const fields = {
  file: file({ label: msg`Scanned paper`, hint: msg`PDF, JPEG or PNG, at most 20 MB.` }),
  /** '' until chosen, `new`, or the id of somebody on record. */
  whose: text({ label: msg`Whose commitment it is`, required: true }),
  ...identityFields,
  ...addressFields,
  phone: text({ label: msg`Telephone`, most: 40, inputMode: 'tel' }),
  /** Not drawn: what the clerk said when the office asked first. */
  personEvenSo: tick({ label: msg`Somebody else even so` }),
  evenSo: tick({ label: msg`Another paper even so` }),
}
