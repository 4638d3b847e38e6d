import { useLingui } from '@lingui/react/macro'
import type { TickPart } from './mark-checks.ts'

/** Says what a tick lacks, and what to do about it. */
export function useLackWords(): (part: TickPart) => string {
  const { t } = useLingui()
  return (part) =>
    ({
      minutes: t`Say how long the person worked.`,
      excuse: t`Say why the absence was valid: sick, death in the family, or another reason.`,
      verification: t`Say how it was verified: which paper, by whom.`,
    })[part]
}
