import { Trans, useLingui } from '@lingui/react/macro'
import { Moment } from '../../../parts/day/day.tsx'
import { type AlarmFileAnswer, dutyWords } from '../alarm/words.ts'
import css from './file.module.css'

/** What was owed, until when, and when it was met (EMP-8.4). */
export function FileDuties({ file: { duties, protocol } }: { file: AlarmFileAnswer }) {
  const { i18n, t } = useLingui()
  return (
    <section>
      <h2>
        <Trans>Times</Trans>
      </h2>
      <p className={css.soft}>
        {protocol.approved ? <Trans>approved by the agency</Trans> : <Trans>default of this release</Trans>}
      </p>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t`Duty`}</th>
            <th scope="col">{t`Owed until`}</th>
            <th scope="col">{t`Met`}</th>
            <th scope="col">{t`By whom`}</th>
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={`${duty.kind} ${duty.dueAt}`}>
              <th scope="row">{i18n._(dutyWords[duty.kind])}</th>
              <td data-label={t`Owed until`}>
                <Moment at={duty.dueAt} />
                {duty.missedAt && <> · {t`ran out`}</>}
              </td>
              <td data-label={t`Met`}>
                {duty.doneAt === null ? t`not yet` : <Moment at={duty.doneAt} />}
                {duty.dropped && (
                  <> · {duty.doneBy ? t`closed without it` : t`replaced when it became graver`}</>
                )}
              </td>
              {duty.doneBy ? <td data-label={t`By whom`}>{duty.doneBy}</td> : <td />}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
