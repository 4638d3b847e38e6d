import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Lately, Moment } from '../../../parts/day/day.tsx'
import { useOfficeNow } from '../../../parts/day/office-time.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { useKeys } from '../../../parts/keys/keys.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { HandOver, TakeOver } from './hand-over.tsx'
import { howMany, OpenThings } from './open-things.tsx'
import css from './shifts.module.css'
import { type Board, type Post, type Present, postWords } from './use-board.ts'

/** Who is there now, what lacks, and what is open: the first thing on the board. */
export function Now({ board }: { board: Board }) {
  const { t } = useLingui()
  const now = useOfficeNow()
  return (
    <section aria-label={t`Now`} className={css.part}>
      {board.gapsNow.map((gap) => (
        <GapNow key={gap.id} gap={gap} />
      ))}
      <Posts board={board} />
      <div className={css.now}>
        <AtPost board={board} post="supervisor" needed={1} />
        <AtPost board={board} post="operator" needed={board.operatorsNeeded} />
        <div className={css.part}>
          <h2>
            <Trans>Open now: {howMany(board.open)}</Trans>
          </h2>
          <OpenThings open={board.open} at={now} />
        </div>
      </div>
    </section>
  )
}

function GapNow({ gap }: { gap: Board['gapsNow'][number] }) {
  const told = plural(gap.told, {
    0: 'nobody could be written to',
    one: '# person asked',
    other: '# people asked',
  })
  return (
    <div className={css.lack} role="status">
      <p>
        <strong>
          {gap.post === 'supervisor' ? (
            <Trans>No supervisor is at the post.</Trans>
          ) : (
            <Trans>Too few operators are at their posts.</Trans>
          )}
        </strong>{' '}
        <Trans>
          Since <Moment at={gap.from} />
        </Trans>
        {' · '}
        {told}
        {gap.askedAt && (
          <>
            {', '}
            <Trans>
              last at <Lately at={gap.askedAt} />
            </Trans>
          </>
        )}
        {gap.toCall.length > 0 && (
          <>
            {' · '}
            <strong>
              <Trans>no channel: call</Trans>{' '}
              {gap.toCall.map(({ name, phone }) => `${name} ${phone}`.trim()).join(', ')}
            </strong>
          </>
        )}
        {' · '}
        <Link to="/on-call">
          <Trans>Call who is on call</Trans>
        </Link>
      </p>
      <Because clause="EMP-7.1">
        <Trans>a supervisor is on duty at all times; a gap is warned of, escalated and recorded.</Trans>
      </Because>
    </div>
  )
}

function AtPost({ board, post, needed }: { board: Board; post: Post; needed: number }) {
  const { i18n } = useLingui()
  const there = board.present.filter((each) => each.post === post)
  const short = board.planned && there.length < needed
  return (
    <div className={css.part}>
      <h2>{i18n._(postWords[post])}</h2>
      <p>
        {/* Red stands in the line above, where it is said since when and who was asked. */}
        <Status tone={short ? 'now' : there.length === 0 ? 'plain' : 'settled'}>
          {plural(there.length, { 0: 'Nobody is here', one: '# person here', other: '# people here' })}
          {', '}
          {plural(needed, { one: '# needed', other: '# needed' })}
        </Status>
      </p>
      <ul className={css.people}>
        {there.map((each) => (
          <li key={each.id}>
            <strong>{each.name}</strong> {each.phone}
            <div className={css.soft}>
              <Trans>
                since <Moment at={each.from} />
              </Trans>
              {each.plannedTo && (
                <>
                  {' · '}
                  <Trans>
                    planned to <Lately at={each.plannedTo} />
                  </Trans>
                </>
              )}
              {each.noteWritten && (
                <>
                  {' · '}
                  <Trans>hand-over note written</Trans>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What I can do about my own post: take one over, write the note, leave. */
function Posts({ board }: { board: Board }) {
  const { t } = useLingui()
  const may = useMay()
  const { account } = useSignedIn()
  const [doing, setDoing] = useState<Post | 'hand-over' | null>(null)
  const own = board.present.find((each: Present) => each.accountId === account.id)
  const works = may('alarm.work')
  const operator = { key: 't', does: t`Take over as operator`, press: () => setDoing('operator') }
  const supervisor = { key: 's', does: t`Take over as supervisor`, press: () => setDoing('supervisor') }
  const handOver = { key: 'h', does: t`Hand over`, press: () => setDoing('hand-over') }
  useKeys(!works ? [] : own ? [handOver] : may('alarm.supervise') ? [supervisor, operator] : [operator])
  if (!works) return null
  const close = () => setDoing(null)
  return (
    <div className={`${css.buttons} not-printed`}>
      {own ? (
        <Button type="button" onClick={() => setDoing('hand-over')}>
          <Trans>Hand over</Trans>{' '}
          <span className={css.key} aria-hidden="true">
            h
          </span>
        </Button>
      ) : (
        <>
          {may('alarm.supervise') && (
            <Button type="button" onClick={() => setDoing('supervisor')}>
              <Trans>Take over as supervisor</Trans>{' '}
              <span className={css.key} aria-hidden="true">
                s
              </span>
            </Button>
          )}
          <Button type="button" outline={may('alarm.supervise')} onClick={() => setDoing('operator')}>
            <Trans>Take over as operator</Trans>{' '}
            <span className={css.key} aria-hidden="true">
              t
            </span>
          </Button>
        </>
      )}
      {doing === 'hand-over' && (
        <Dialog title={t`Hand over`} width="wide" onClose={close}>
          <HandOver open={board.open} onClose={close} />
        </Dialog>
      )}
      {(doing === 'supervisor' || doing === 'operator') && (
        <Dialog
          title={doing === 'supervisor' ? t`Take over as supervisor` : t`Take over as operator`}
          width="wide"
          onClose={close}
        >
          <TakeOver board={board} post={doing} onClose={close} />
        </Dialog>
      )}
    </div>
  )
}
