import { msg } from '@lingui/core/macro'
import type { Common, Field } from '../../../parts/form/fields.ts'
import { choice } from '../../../parts/form/index.ts'

const options = [
  { value: 'yes', label: msg`Yes` },
  { value: 'no', label: msg`No` },
] as const

/** Yes or no, or nobody has said: `null` is unknown and never no. */
export function yesNo(settings: Common): Field<boolean | null> {
  const inner = choice({ ...settings, options })
  return {
    ...inner,
    read: (typed, timeZone) => {
      const read = inner.read(typed, timeZone)
      return read.ok ? { ok: true, value: read.value === null ? null : read.value === 'yes' } : read
    },
    write: (value) => (value === null || value === undefined ? '' : value ? 'yes' : 'no'),
  }
}
