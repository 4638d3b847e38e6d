import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { ActButton } from '../../intake/parts/act-button.tsx'
import { boardKey, type StaffMember } from '../shifts/use-board.ts'
import css from './on-call.module.css'
import { AddPerson, ChangePerson } from './people-forms.tsx'

/** Everybody whom the center can reach, and how. */
export function People({ staff }: { staff: readonly StaffMember[] }) {
  const { t } = useLingui()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  return (
    <section aria-labelledby="people" className={css.part}>
      <div className={css.head}>
        <h2 id="people">
          <Trans>How people of the center are reached</Trans>
        </h2>
        {may('shift.write') && (
          <Button type="button" outline onClick={() => setAdding(true)}>
            <Trans>Add somebody</Trans>
          </Button>
        )}
      </div>
      {staff.length === 0 && (
        <Empty title={t`Nobody yet`}>
          <Trans>Operators, supervisors and officers on call are added here, with their numbers.</Trans>
        </Empty>
      )}
      <ul className={css.people}>
        {staff.map((member) => (
          <li key={member.id}>
            <Member member={member} />
          </li>
        ))}
      </ul>
      {adding && (
        <Dialog title={t`Add somebody`} onClose={() => setAdding(false)}>
          <AddPerson onClose={() => setAdding(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Member({ member }: { member: StaffMember }) {
  const { t } = useLingui()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  return (
    <>
      <div className={css.who}>
        <strong>{member.name}</strong> {member.phone === '' ? <Trans>no telephone</Trans> : member.phone}
        {member.email !== '' && <> · {member.email}</>}
        <div className={css.soft}>
          {member.maySupervise && (
            <>
              <Trans>supervisor</Trans>
              {' · '}
            </>
          )}
          {member.accountId === null && (
            <>
              <Trans>without an account here</Trans>
              {' · '}
            </>
          )}
          {member.texts ? <Trans>takes text messages</Trans> : <Trans>no text messages</Trans>}
          {member.note !== '' && <> · {member.note}</>}
        </div>
      </div>
      {may('shift.write') && (
        <span className={css.buttons}>
          <Button
            type="button"
            unstyled
            aria-label={t`Change ${member.name}`}
            onClick={() => setChanging(true)}
          >
            <Trans>Change</Trans>
          </Button>
          <ActButton
            look="unstyled"
            label={t`Take off the list: ${member.name}`}
            renews={[boardKey]}
            send={(headers) =>
              api.POST('/api/monitoring/staff/{id}/end', {
                params: { path: { id: member.id } },
                body: {},
                headers,
              })
            }
          >
            <Trans>Take off the list</Trans>
          </ActButton>
        </span>
      )}
      {changing && (
        <Dialog title={t`Change ${member.name}`} onClose={() => setChanging(false)}>
          <ChangePerson member={member} onClose={() => setChanging(false)} />
        </Dialog>
      )}
    </>
  )
}
