import { useLingui } from '@lingui/react/macro'

/** How full a battery is (0 to 1), in whole hundredths; a dash where it was never told. */
export function Battery({ level }: { level: number | null }) {
  const { i18n } = useLingui()
  if (level === null) return <>–</>
  return <>{new Intl.NumberFormat(i18n.locale, { style: 'percent' }).format(level)}</>
}
