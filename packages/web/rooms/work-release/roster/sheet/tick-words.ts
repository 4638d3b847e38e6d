import { useLingui } from '@lingui/react/macro'
import { useHours } from '../../parts/hours.ts'
import { excuseNames } from '../../parts/words.ts'
import type { Ticked } from '../mark-checks.ts'
import { markChoices } from '../mark-words.ts'

/** Says a tick whole: "Absent, excused; sick; Letter of a doctor". */
export function useTickWords(): (tick: Ticked) => string {
  const { t, i18n } = useLingui()
  const hours = useHours()
  return ({ mark, minutes, excuse, verification }) => {
    if (mark === null) return t`no mark`
    return [
      i18n._(markChoices[mark]),
      ...(minutes === null ? [] : [hours(minutes)]),
      ...(excuse === null ? [] : [i18n._(excuseNames[excuse])]),
      ...(verification === '' ? [] : [verification]),
    ].join('; ')
  }
}
