import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useMay } from '../../../app/session-hooks.ts'
import css from './alarm.module.css'
import type { AlarmPage } from './words.ts'
import type { OpenDialog } from './work-dialog.tsx'

/** Where asking a supervisor stands, about sending somebody where it was false before. */
export function AskingPart({ page, onOpen }: { page: AlarmPage; onOpen: (dialog: OpenDialog) => void }) {
  const may = useMay()
  const { asking, alarm } = page
  if (asking.state === 'not-asked' || alarm.closedAt !== null) return null
  return (
    <div className={css.notice} role="status">
      {asking.state === 'asked' && (
        <>
          <p>
            <Trans>
              {asking.by} asks a supervisor whether somebody is sent again where it was false before.
            </Trans>
          </p>
          <p>
            <strong>{asking.where}</strong>
            <br />
            {asking.why}
          </p>
          {asking.earlier && (
            <p>
              <Trans>
                Somebody was sent there for{' '}
                <Link to="/alarms" search={{ alarm: asking.earlier.id }}>
                  alarm {asking.earlier.number}
                </Link>
                , which was false.
              </Trans>
            </p>
          )}
          {may('alarm.supervise') && !asking.own && (
            <div className={css.buttons}>
              <Button type="button" onClick={() => onOpen({ what: 'decide', approve: true })}>
                <Trans>Approve sending</Trans>
              </Button>
              <Button type="button" outline onClick={() => onOpen({ what: 'decide', approve: false })}>
                <Trans>Refuse sending</Trans>
              </Button>
            </div>
          )}
        </>
      )}
      {asking.state === 'approved' && (
        <p>
          <Trans>A supervisor has approved sending somebody once more to {asking.where}.</Trans>
        </p>
      )}
      {asking.state === 'refused' && (
        <p>
          <Trans>A supervisor has refused sending somebody again. The record says why.</Trans>
        </p>
      )}
    </div>
  )
}
