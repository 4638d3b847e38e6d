import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { useEnrolment } from '../../programs/enrolment-header/use-enrolment.ts'
import css from './home.module.css'

/** Says that a unit is worn and leaving home raises no alarm, why, and where that is put right; else nothing. */
export function NoHomeZone({ id }: { id: string }) {
  const may = useMay()
  const atHome = useEnrolment(id).data?.atHome
  if (!atHome?.isHomeUnwatched) return null
  return (
    <div className={css.part}>
      <Status tone="now">
        {atHome.homeZone === 'never' ? (
          <Trans>
            The hours of the week name other zones only, so the home zone never binds: nobody is told when the
            person leaves home.
          </Trans>
        ) : (
          <Trans>
            No home zone is in force while a unit is worn: nobody is told when the person leaves home.
          </Trans>
        )}
      </Status>
      <Because clause="EMP-0.1" told>
        <Trans>Home is left only for work, school and other appointments that were approved before.</Trans>
      </Because>
      {may('zone.write') && <PutRight id={id} isDrawn={atHome.homeZone === 'never'} />}
    </div>
  )
}

function PutRight({ id, isDrawn }: { id: string; isDrawn: boolean }) {
  return isDrawn ? (
    <Link to="/enrolments/$id/hours" params={{ id }}>
      <Trans>Set the hours of the home zone</Trans>
    </Link>
  ) : (
    <Link to="/enrolments/$id/zones/$zoneId" params={{ id, zoneId: 'new' }}>
      <Trans>Draw the home zone</Trans>
    </Link>
  )
}
