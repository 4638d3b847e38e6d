import { Trans } from '@lingui/react/macro'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import css from '../parts/looking.module.css'

const route = getRouteApi('/staff/people/$id/day/$date')

/** Says that the looks on this page are recorded with the alarm from which it was opened; another purpose can be said. */
export function AlarmBar({ number, children }: { number: number | undefined; children?: ReactNode }) {
  const params = route.useParams()
  return (
    <div className={`${css.bar} not-printed`}>
      <p>
        {number === undefined ? (
          <Trans>
            Recorded as: <strong>Alarm</strong>
          </Trans>
        ) : (
          <Trans>
            Recorded as: <strong>Alarm {number}</strong>
          </Trans>
        )}
      </p>
      {children}
      <Link to="/people/$id/day/$date" params={params} search={{}}>
        <Trans>Change purpose</Trans>
      </Link>
    </div>
  )
}
