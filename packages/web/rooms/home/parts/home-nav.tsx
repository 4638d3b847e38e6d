import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import css from './home.module.css'

/** The pages of one person's time at home, beside each other. */
export function HomeNav({ id, page }: { id: string; page: 'zones' | 'hours' | 'leave' }) {
  const { t } = useLingui()
  const current = (one: typeof page) => (one === page ? ('page' as const) : undefined)
  return (
    <nav aria-label={t`Where and when`} className="not-printed">
      <ul className={css.nav}>
        <li>
          <Link to="/enrolments/$id/zones" params={{ id }} aria-current={current('zones')}>
            {t`Zones`}
          </Link>
        </li>
        <li>
          <Link to="/enrolments/$id/hours" params={{ id }} aria-current={current('hours')}>
            {t`Weekly hours`}
          </Link>
        </li>
        <li>
          <Link to="/enrolments/$id/leave" params={{ id }} aria-current={current('leave')}>
            {t`Leave`}
          </Link>
        </li>
      </ul>
    </nav>
  )
}
