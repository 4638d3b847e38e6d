import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { usePulse } from '../../parts/pulse/pulse.tsx'
import { useMay } from '../session-hooks.ts'
import css from './open-alarms.module.css'

/** How many alarms are open, on every page of who may read them; how many of them nobody has taken on. */
export function OpenAlarms() {
  const may = useMay()
  return may('alarm.read') ? <Count /> : null
}

function Count() {
  const { data } = usePulse(15)
  if (!data) return null
  const { open, unacknowledged } = data
  return (
    <Link to="/alarms" search={{}} className={`${css.alarms} ${unacknowledged > 0 ? css.now : ''}`}>
      <Plural value={open} _0="No alarm open" one="# alarm open" other="# alarms open" />
      {unacknowledged > 0 && (
        <>
          {' · '}
          <Trans>{unacknowledged} not acknowledged</Trans>
        </>
      )}
    </Link>
  )
}
