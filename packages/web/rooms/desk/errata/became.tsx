import { Trans, useLingui } from '@lingui/react/macro'
import { Status } from '../../../parts/status/status.tsx'
import { useLabel } from '../../../parts/words/words.ts'
import { type ErratumRow, outcomeWords } from './rows.ts'

/** What was decided, beside what the corrected rules say of the same facts on the same day. */
export function Became({ row: { certain, stands, before, after } }: { row: ErratumRow }) {
  const { t } = useLingui()
  if (!stands) return <Status tone="over">{t`Replaced since`}</Status>
  return (
    <div>
      <Answers before={before} after={after} />
      {!certain && (
        <div>
          <Status tone="waiting">{t`In doubt: its rules are of no release that the erratum names`}</Status>
        </div>
      )}
    </div>
  )
}

function Answers({ before, after }: Pick<ErratumRow, 'before' | 'after'>) {
  const { t } = useLingui()
  const label = useLabel()
  if (before === null) return <Status tone="now">{t`To be computed again`}</Status>
  const then = label(outcomeWords[before])
  if (after === null)
    return <Status tone="now">{t`${then}; the corrected rules ask what was not asked then`}</Status>
  if (after === before) return <Status tone="settled">{t`${then}, and still so`}</Status>
  const now = label(outcomeWords[after])
  return (
    <Status tone="now">
      <Trans>
        {then} became {now}
      </Trans>
    </Status>
  )
}
