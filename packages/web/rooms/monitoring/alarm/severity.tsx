import { Trans, useLingui } from '@lingui/react/macro'
import css from './alarm.module.css'
import { type ShownAlarm, severityWords } from './words.ts'

const shapes: Record<ShownAlarm['severity'], string> = {
  critical: 'M6 .8 11.6 11H.4z',
  high: 'M6 .4 11.6 6 6 11.6.4 6z',
  medium: 'M1 1h10v10H1z',
  low: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1',
}

/**
 * How grave, as a shape and a word; a drill has its own of both. Nothing blinks but a critical alarm that nobody has
 * acknowledged.
 */
export function Severity({
  of,
}: {
  of: Pick<ShownAlarm, 'severity' | 'drill' | 'acknowledgedAt' | 'closedAt'>
}) {
  const { i18n } = useLingui()
  const blinks = of.severity === 'critical' && !of.drill && !of.acknowledgedAt && !of.closedAt
  return (
    <span
      className={`${css.severity} ${css[of.severity]} ${of.drill ? css.drill : ''} ${blinks ? css.blinks : ''}`}
    >
      <span className={css.how}>
        <svg viewBox="0 0 12 12" aria-hidden="true">
          <path d={shapes[of.severity]} />
        </svg>
        <span>{i18n._(severityWords[of.severity])}</span>
      </span>
      {of.drill && (
        <strong className={css.drillWord}>
          <Trans>Drill</Trans>
        </strong>
      )}
    </span>
  )
}
