import { useLingui } from '@lingui/react/macro'
import { useHours } from '../parts/hours.ts'
import { type Mark, markNames } from '../parts/words.ts'

/** A mark with its hours, if it has any. */
export type Marked = { mark: Mark | null; minutes: number | null }

/** Says a mark: "worked, 7 h". */
export function useMarkWords(): (marked: Marked) => string {
  const { t, i18n } = useLingui()
  const hours = useHours()
  return ({ mark, minutes }) => {
    if (mark === null) return t`no mark`
    const name = i18n._(markNames[mark])
    return minutes === null ? name : `${name}, ${hours(minutes)}`
  }
}
