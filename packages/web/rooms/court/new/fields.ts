import { msg } from '@lingui/core/macro'
import { file } from '../../../parts/form/index.ts'
import { whoseFields } from '../parts/whose.ts'

/** What a new commitment's form has besides the commitment: the scan, and whose it is. */
export const fields = {
  file: file({ label: msg`Scanned paper`, hint: msg`PDF, JPEG or PNG, at most 20 MB.` }),
  ...whoseFields,
}
