import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Empty } from '../../../parts/empty/empty.tsx'
import { type ShownAlarm, severityWords } from '../alarm/words.ts'

type NoneShownProps = {
  /** The severity that the list is narrowed to. */
  severity: string | undefined
  /** How many alarms of any severity are open. */
  open: number
}

/** An empty list: because nothing is open, or because a filter hides what is. The two are never said alike. */
export function NoneShown({ severity, open }: NoneShownProps) {
  const { i18n, t } = useLingui()
  if (severity === undefined || !(severity in severityWords))
    return (
      <Empty title={t`No alarm is open`}>
        <Trans>What the watch finds comes here by itself, and stays until a person closes it.</Trans>
      </Empty>
    )
  const word = i18n._(severityWords[severity as ShownAlarm['severity']])
  return (
    <Empty title={t`None of this severity is open: ${word}`}>
      {open > 0 && (
        <p>
          <strong>
            <Plural value={open} one="# other alarm is open." other="# other alarms are open." />
          </strong>
        </p>
      )}
      <Link to="/alarms" search={({ severity: _hidden, ...others }) => others}>
        <Trans>Show every severity</Trans>
      </Link>
    </Empty>
  )
}
