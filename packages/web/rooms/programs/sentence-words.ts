import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

/** A length as a court writes it; what is null or left out it does not state. */
export type Length = {
  years?: number | null | undefined
  months?: number | null | undefined
  days?: number | null | undefined
}

/** Words for the terms of a sentence. */
export function useSentenceWords() {
  const { t } = useLingui()
  return {
    /** "2 months, 10 days". */
    length: ({ years, months, days }: Length): string => {
      const parts = [
        years ? plural(years, { one: '# year', other: '# years' }) : '',
        months ? plural(months, { one: '# month', other: '# months' }) : '',
        days ? plural(days, { one: '# day', other: '# days' }) : '',
      ].filter(Boolean)
      if (parts.length > 0) return parts.join(', ')
      return years == null && months == null && days == null ? t`length not stated` : t`0 days`
    },
    relation: (relation: 'concurrent' | 'consecutive' | 'unstated'): string =>
      ({
        concurrent: t`concurrent`,
        consecutive: t`consecutive`,
        unstated: t`relation not stated`,
      })[relation],
    days: (count: number): string => plural(count, { one: '# day', other: '# days' }),
  }
}
