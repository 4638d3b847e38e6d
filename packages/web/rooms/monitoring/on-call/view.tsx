import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { ActButton } from '../../intake/parts/act-button.tsx'
import { type Board, boardKey, useBoard } from '../shifts/use-board.ts'
import css from './on-call.module.css'
import { MoveOnCall, PutOnCall } from './on-call-forms.tsx'
import { People } from './people.tsx'

export type OnCallEntry =
  paths['/api/monitoring/on-call']['get']['responses']['200']['content']['application/json']['onCall'][number]

/** Whom to call and in which order, and how everybody of the center is reached. */
export function OnCall() {
  const { t } = useLingui()
  const board = useBoard(undefined)
  useLiveQuery(['monitoring.staff-changed'], [...boardKey, 'on-call'])
  const query = useQuery({
    queryKey: [...boardKey, 'on-call'],
    queryFn: () => answer(api.GET('/api/monitoring/on-call')),
  })
  const failed = query.isError ? query : board.isError ? board : null
  return (
    <Page
      title={t`On call`}
      lead={<Trans>Whom to call, in which order, when a time runs out or a post is empty (EMP-4.1).</Trans>}
      actions={
        <a href="/api/monitoring/on-call?format=csv" download className="usa-button usa-button--outline">
          <Trans>Save as CSV</Trans>
        </a>
      }
    >
      {failed && <Trouble error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && (query.isPending || board.isPending) && <p aria-busy="true">{t`Reading the list…`}</p>}
      {query.data && board.data && (
        <>
          <Order entries={query.data.onCall} board={board.data} />
          <People staff={board.data.staff} />
        </>
      )}
    </Page>
  )
}

function Order({ entries, board }: { entries: readonly OnCallEntry[]; board: Board }) {
  const { t } = useLingui()
  const may = useMay()
  const [putting, setPutting] = useState(false)
  const now = entries.filter((entry) => entry.now)
  const later = entries.filter((entry) => !entry.now)
  return (
    <section aria-labelledby="order" className={css.part}>
      <div className={css.head}>
        <h2 id="order">
          <Trans>In the order of calling</Trans>
        </h2>
        {may('shift.write') && board.staff.length > 0 && (
          <Button type="button" outline onClick={() => setPutting(true)}>
            <Trans>Put on call</Trans>
          </Button>
        )}
      </div>
      {now.length === 0 && (
        <Empty title={t`Nobody is on call now`}>
          <Trans>
            Who is put on call stands here with the telephone number; alarms go up to them in this order.
          </Trans>
        </Empty>
      )}
      <Entries entries={now} />
      {later.length > 0 && (
        <>
          <h3>
            <Trans>Later</Trans>
          </h3>
          <Entries entries={later} />
        </>
      )}
      {putting && (
        <Dialog title={t`Put on call`} onClose={() => setPutting(false)}>
          <PutOnCall staff={board.staff} onClose={() => setPutting(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Entries({ entries }: { entries: readonly OnCallEntry[] }) {
  return (
    <ol className={css.people}>
      {entries.map((entry) => (
        <li key={entry.id}>
          <Entry entry={entry} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ entry }: { entry: OnCallEntry }) {
  const { t } = useLingui()
  const may = useMay()
  const [moving, setMoving] = useState(false)
  return (
    <>
      <span className={css.place}>{entry.place}</span>
      <div className={css.who}>
        <strong>{entry.name}</strong> <a href={`tel:${entry.phone.replace(/[^\d+]/g, '')}`}>{entry.phone}</a>
        <div className={css.soft}>
          <Trans>
            from <Moment at={entry.from} />
          </Trans>
          {entry.to && (
            <>
              {' '}
              <Trans>
                to <Moment at={entry.to} />
              </Trans>
            </>
          )}
          {' · '}
          {entry.texts ? <Trans>takes text messages</Trans> : <Trans>calls only</Trans>}
        </div>
      </div>
      {entry.now && <Status tone="settled">{t`On call now`}</Status>}
      {may('shift.write') && (
        <span className={css.buttons}>
          <Button
            type="button"
            unstyled
            aria-label={t`Move ${entry.name}, place ${entry.place}`}
            onClick={() => setMoving(true)}
          >
            <Trans>Move</Trans>
          </Button>
          <ActButton
            look="unstyled"
            label={t`Take off ${entry.name}, place ${entry.place}`}
            renews={[boardKey]}
            send={(headers) =>
              api.POST('/api/monitoring/on-call/{id}/end', {
                params: { path: { id: entry.id } },
                body: {},
                headers,
              })
            }
          >
            <Trans>Take off</Trans>
          </ActButton>
        </span>
      )}
      {moving && (
        <Dialog title={t`Move ${entry.name}`} onClose={() => setMoving(false)}>
          <MoveOnCall entry={entry} onClose={() => setMoving(false)} />
        </Dialog>
      )}
    </>
  )
}
