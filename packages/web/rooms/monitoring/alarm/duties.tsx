import { Trans, useLingui } from '@lingui/react/macro'
import { Lately } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import css from './alarm.module.css'
import { DueIn } from './clock.tsx'
import { type AlarmPage, dutyWords } from './words.ts'

/** The times that the agency has set, each with what became of it (EMP-8.4). */
export function Duties({ page: { duties } }: { page: AlarmPage }) {
  const { i18n } = useLingui()
  return (
    <section className={css.part}>
      <h3>
        <Trans>Times</Trans>
      </h3>
      <ul className={css.duties}>
        {duties.map((duty) => (
          <li key={duty.id} className={css.row}>
            <span>{i18n._(dutyWords[duty.kind])}</span>
            <span>
              <DutyState duty={duty} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function DutyState({ duty }: { duty: AlarmPage['duties'][number] }) {
  if (duty.doneAt === null) return <DueIn due={duty.dueAt} />
  if (duty.dropped)
    return (
      <Status tone="over">
        {duty.doneBy === null ? (
          <Trans>replaced when it became graver</Trans>
        ) : (
          <Trans>closed without it</Trans>
        )}
      </Status>
    )
  const isLate = duty.doneAt > duty.dueAt
  return (
    <>
      <Status tone={isLate ? 'waiting' : 'settled'}>
        {isLate ? <Trans>done late</Trans> : <Trans>done in time</Trans>}
      </Status>{' '}
      <Lately at={duty.doneAt} />
    </>
  )
}
