import { useLingui } from '@lingui/react/macro'
import { type ListedLeave, leaveKindNames } from '../parts/words.ts'

/** A kind of absence in words. */
export function KindName({ kind }: { kind: ListedLeave['kind'] }) {
  const { i18n } = useLingui()
  return i18n._(leaveKindNames[kind])
}
