import { useLingui } from '@lingui/react/macro'

/** Says minutes as hours: "8 h", "7 h 30 min". */
export function useHours(): (minutes: number) => string {
  const { t } = useLingui()
  return (minutes) => {
    const hours = Math.floor(minutes / 60)
    const rest = minutes % 60
    return rest === 0 ? t`${hours} h` : t`${hours} h ${rest} min`
  }
}
