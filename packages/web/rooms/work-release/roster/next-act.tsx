import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { useDecision } from '../../programs/decider/decider.tsx'
import { useHours } from '../parts/hours.ts'
import type { Roster } from '../parts/words.ts'
import { RecordSent } from './record-sent.tsx'
import css from './roster.module.css'

export type NextActProps = { roster: Roster; today: string; onPick: (contractDayId: string) => void }

/** What has to be done about the week: send it, enter it, mark what was left open, decide what only an officer can. */
export function NextAct({ roster, today, onPick }: NextActProps) {
  const may = useMay()
  const days = roster.people.flatMap((person) => person.days.map((day) => ({ person, day })))
  const lastDay = days
    .map(({ day }) => day.day)
    .toSorted()
    .at(-1)
  if (lastDay === undefined) return null
  const mayWrite = may('attendance.write')
  const isOver = lastDay <= today
  const open = days.filter(({ day }) => day.mark === null && day.day <= today)
  const toDecide = days.filter(({ day }) => day.askOfficer)
  const { returned, sent } = roster
  const actions: ReactNode[] = []
  if (mayWrite && returned === null && isOver)
    actions.push(<EnterLink key="enter" isLate={lastDay < today} />)
  if (mayWrite && returned === null && (!isOver || sent.length === 0))
    actions.push(<RecordSent key="sent" roster={roster} today={today} />)
  return (
    <section className={css.part} aria-labelledby="next-act">
      <h2 id="next-act">
        <Trans>What to do</Trans>
      </h2>
      {actions.length > 0 && <div className={css.actions}>{actions}</div>}
      {returned !== null && open.length > 0 && (
        <p>
          <Status tone="waiting">
            <Plural
              value={open.length}
              one="The sheet came back, and # day on it has no mark. Press the day to mark it."
              other="The sheet came back, and # days on it have no mark. Press a day to mark it."
            />
          </Status>
        </p>
      )}
      {toDecide.length > 0 && <Decisions toDecide={toDecide} onPick={onPick} />}
      {actions.length === 0 && toDecide.length === 0 && (returned === null || open.length === 0) && (
        <p>
          {returned ? (
            <Settled />
          ) : (
            <Trans>Nothing now: the sheet is at the site until the week is worked.</Trans>
          )}
        </p>
      )}
    </section>
  )
}

function Settled() {
  return (
    <Status tone="settled">
      <Trans>Done: the sheet is back and every day on it is marked.</Trans>
    </Status>
  )
}

function EnterLink({ isLate }: { isLate: boolean }) {
  return (
    <>
      <Link from="/rosters/$siteId/$week" to="." search={{ enter: 'sheet' }} className="usa-button">
        <Trans>Enter returned sheet</Trans>
      </Link>
      {isLate && (
        <Status tone="now">
          <Trans>The week is over and the sheet is not back.</Trans>
        </Status>
      )}
    </>
  )
}

type DecisionsProps = {
  toDecide: readonly { person: Roster['people'][number]; day: Roster['people'][number]['days'][number] }[]
  onPick: NextActProps['onPick']
}

function Decisions({ toDecide, onPick }: DecisionsProps) {
  const { t } = useLingui()
  const hours = useHours()
  const mayDecide = useDecision('partial-day-credit')?.allowed ?? false
  return (
    <>
      <ul className={css.records}>
        {toDecide.map(({ person, day }) => (
          <li key={day.contractDayId}>
            <Status tone="now">
              <span>
                {person.name}, <Day day={day.day} />: {hours(day.minutes ?? 0)}
              </span>
            </Status>{' '}
            {mayDecide && (
              <Button
                type="button"
                unstyled
                aria-label={t`Decide credit of ${person.name}`}
                onClick={() => onPick(day.contractDayId)}
              >
                <Trans>Decide credit</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Because clause="WAP-CRED.1" own>
        <Trans>
          a work day of 8 to 10 hours is one day; for fewer hours an officer decides, and none counts until
          then.
        </Trans>
      </Because>
    </>
  )
}
