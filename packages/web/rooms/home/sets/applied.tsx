import { useLingui } from '@lingui/react/macro'
import { Status } from '../../../parts/status/status.tsx'
import type { ListedSet } from '../parts/words.ts'

/** Whom a set is applied to, in words. */
export function Applied({ set }: { set: ListedSet }) {
  const { t } = useLingui()
  const { everyone, programs, people } = set
  if (set.ended) return <Status tone="over">{t`ended`}</Status>
  if (!everyone && programs.length === 0 && people === 0)
    return <Status tone="waiting">{t`nobody yet`}</Status>
  const names = [
    ...(everyone ? [t`everyone who wears a unit`] : []),
    ...programs,
    ...(people > 0 ? [t`${people} single people`] : []),
  ]
  return <Status tone="settled">{names.join(', ')}</Status>
}
