import { useLingui } from '@lingui/react/macro'
import { useSaid } from '../../../parts/words/said.ts'
import type { ScreeningPage } from '../queries.ts'

type Fact = ScreeningPage['facts'][number]

/** Words for the answer to a question and for where it came from. */
export function useSources(): { answerOf: (fact: Fact) => string; sourceOf: (fact: Fact) => string } {
  const { t } = useLingui()
  const said = useSaid()
  return {
    answerOf: ({ value, choices }) => {
      if (value === null) return t`not known`
      if (typeof value === 'boolean') return value ? t`Yes` : t`No`
      const chosen = choices.find((choice) => choice.value === value)
      return chosen ? said(chosen.text) : String(value)
    },
    sourceOf: ({ source }) => {
      switch (source) {
        case 'worksheet':
          return t`from the worksheet, less the days worked`
        case 'commitments':
          return t`from the commitments`
        case 'application':
          return t`from the application`
        case 'home':
          return t`from the evaluation of the home`
        case 'asked':
          return t`answered here`
        case null:
          return ''
      }
    },
  }
}
