import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { TimeOf } from '../../../parts/day/day.tsx'
import { dayAt } from '../../../parts/day/format.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { WeekGrid } from '../../../parts/week-grid/week-grid.tsx'
import { CancelShift, PlanShift } from './plan-forms.tsx'
import css from './shifts.module.css'
import { type Board, daysShown, type Post, postWords, type Shift } from './use-board.ts'

const posts: readonly Post[] = ['supervisor', 'operator']

/** The plan of a week: who is at which post, and where the plan leaves a post empty. */
export function Plan({ board }: { board: Board }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const [planning, setPlanning] = useState(false)
  return (
    <section aria-labelledby="plan" className={css.part}>
      <div className={css.week}>
        <h2 id="plan">
          <Trans>Plan</Trans>
        </h2>
        <Weeks board={board} />
        {may('shift.write') && board.staff.length > 0 && (
          <Button type="button" outline onClick={() => setPlanning(true)}>
            <Trans>Plan shifts</Trans>
          </Button>
        )}
      </div>
      {!board.planned && (
        <Empty title={t`No shift is planned yet`}>
          <Trans>
            Add the people of the center under <Link to="/on-call">On call</Link>, then plan their shifts.
            From the first shift on, gaps are found and warned of.
          </Trans>
        </Empty>
      )}
      <WeekGrid
        title={t`Shifts by day`}
        rowTitle={t`Post`}
        from={board.from}
        length={board.days}
        rows={posts.map((post) => ({
          key: post,
          head: i18n._(postWords[post]),
          cell: (day) => <Cell board={board} post={post} day={day} />,
        }))}
      />
      {planning && (
        <Dialog title={t`Plan shifts`} width="wide" onClose={() => setPlanning(false)}>
          <PlanShift board={board} onClose={() => setPlanning(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Weeks({ board }: { board: Board }) {
  const at = (days: number) => Temporal.PlainDate.from(board.from).add({ days }).toString()
  return (
    <span className={css.buttons}>
      <Link to="/shifts" search={{ from: at(-daysShown) }}>
        <Trans>Earlier</Trans>
      </Link>
      <Link to="/shifts" search={{}}>
        <Trans>From today</Trans>
      </Link>
      <Link to="/shifts" search={{ from: at(daysShown) }}>
        <Trans>Later</Trans>
      </Link>
    </span>
  )
}

function Cell({ board, post, day }: { board: Board; post: Post; day: string }) {
  const { agency } = useSignedIn()
  const begins = (instant: string) => dayAt(instant, agency.timeZone) === day
  const shifts = board.shifts.filter((shift) => shift.post === post && begins(shift.from))
  // A gap stands on each day that it touches, so that no day looks filled that is not.
  const gaps = board.gaps.filter(
    (gap) =>
      gap.post === post &&
      dayAt(gap.from, agency.timeZone) <= day &&
      dayAt(Temporal.Instant.from(gap.to).subtract({ seconds: 1 }).toString(), agency.timeZone) >= day,
  )
  return (
    <ul className={css.cell}>
      {shifts.map((shift) => (
        <li key={shift.id}>
          <ShiftShown shift={shift} />
        </li>
      ))}
      {gaps.map((gap) => (
        <li key={gap.from} className={css.gap}>
          <span aria-hidden="true">▲</span> <GapWords gap={gap} />{' '}
          <GapHours gap={gap} begins={begins(gap.from)} ends={dayAt(gap.to, agency.timeZone) === day} />
        </li>
      ))}
    </ul>
  )
}

function GapWords({ gap }: { gap: Board['gaps'][number] }) {
  if (gap.there === 0) return <Trans>Nobody</Trans>
  return (
    <Trans>
      {gap.there} of {gap.needed}
    </Trans>
  )
}

/** When on this day the post is empty. */
function GapHours({ gap, begins, ends }: { gap: Board['gaps'][number]; begins: boolean; ends: boolean }) {
  if (begins && ends)
    return (
      <>
        <TimeOf at={gap.from} />
        {'–'}
        <TimeOf at={gap.to} />
      </>
    )
  if (begins)
    return (
      <Trans>
        from <TimeOf at={gap.from} />
      </Trans>
    )
  if (ends)
    return (
      <Trans context="time of day">
        until <TimeOf at={gap.to} />
      </Trans>
    )
  return <Trans>all day</Trans>
}

function ShiftShown({ shift }: { shift: Shift }) {
  const { t } = useLingui()
  const may = useMay()
  const [cancelling, setCancelling] = useState(false)
  const words = (
    <>
      <TimeOf at={shift.from} />
      {'–'}
      <TimeOf at={shift.to} /> <span className={css.name}>{shift.name}</span>
    </>
  )
  return (
    <>
      {may('shift.write') ? (
        <Button type="button" unstyled className={css.shift} onClick={() => setCancelling(true)}>
          {words}
        </Button>
      ) : (
        words
      )}
      {shift.takenAt && (
        <span className={css.soft}>
          {' '}
          <Trans>
            taken over <TimeOf at={shift.takenAt} />
          </Trans>
        </span>
      )}
      {cancelling && (
        <Dialog title={t`Cancel the shift of ${shift.name}`} onClose={() => setCancelling(false)}>
          <CancelShift shift={shift} onClose={() => setCancelling(false)} />
        </Dialog>
      )}
    </>
  )
}
