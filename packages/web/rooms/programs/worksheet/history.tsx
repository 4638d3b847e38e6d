import { Trans, useLingui } from '@lingui/react/macro'
import { Day } from '../../../parts/day/day.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { useSentenceWords } from '../sentence-words.ts'
import { StepsTable } from './steps-table.tsx'
import type { OnRecord } from './use-worksheet.ts'
import css from './worksheet.module.css'

/** The worksheets before this one, each as it stood (WAP-P1.3). */
export function History({ history }: { history: readonly OnRecord[] }) {
  if (history.length === 0) return null
  return (
    <section aria-labelledby="earlier" className={`${css.part} not-printed`}>
      <h2 id="earlier">
        <Trans>Earlier worksheets</Trans>
      </h2>
      {history.map((sheet) => (
        <Earlier key={sheet.id} sheet={sheet} />
      ))}
    </section>
  )
}

function Earlier({ sheet }: { sheet: OnRecord }) {
  const { t } = useLingui()
  const said = useSaid()
  const { days } = useSentenceWords()
  const { result } = sheet
  return (
    <details>
      <summary>
        <Trans>
          Worksheet {sheet.number}, <Day day={sheet.computedOn} />
        </Trans>
        {': '}
        {result.kind === 'worksheet' ? days(result.adjustedDays) : t`could not be computed`}
        {sheet.computedByName && <> · {sheet.computedByName}</>}
      </summary>
      {result.kind === 'worksheet' ? (
        <StepsTable steps={result.steps} />
      ) : (
        <ul className={css.obstacles}>
          {result.because.map((obstacle) => (
            <li key={`${obstacle.code} ${obstacle.commitment}`}>{said(obstacle.text)}</li>
          ))}
        </ul>
      )}
      {sheet.reading.byName && (
        <p>
          <Trans>
            {sheet.reading.byName} chose the reading: {sheet.reading.reason}
          </Trans>
        </p>
      )}
      <p className={css.soft}>
        <Trans>Rules: {sheet.packVersion}.</Trans>
      </p>
    </details>
  )
}
