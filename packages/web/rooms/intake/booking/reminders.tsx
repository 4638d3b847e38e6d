import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { useSaid } from '../../../parts/words/said.ts'
import { ActButton } from '../parts/act-button.tsx'
import { type BookingPage, keys } from '../queries.ts'
import css from './booking.module.css'

type RemindersProps = { id: string; item: BookingPage['checklist'][number]; mayTick: boolean }

/** The verbal reminders (a) to (g), each ticked as it is said. */
export function Reminders({ id, item, mayTick }: RemindersProps) {
  const { t } = useLingui()
  const said = useSaid()
  const { agency } = useSignedIn()
  return (
    <ul className={css.reminders}>
      {item.parts.map(({ part, text, tick }, place) => (
        <li key={part}>
          <span>
            ({String.fromCharCode(97 + place)}) {said(text)}
            {tick && (
              <span className={css.soft}>
                {' '}
                <Trans>said by {tick.by}</Trans>
              </span>
            )}
          </span>
          {!tick && mayTick && (
            <ActButton
              look="unstyled"
              label={t`Said: ${said(text)}`}
              renews={[keys.ofCase(id, 'booking')]}
              send={(headers) =>
                api.POST('/api/intake/enrolments/{id}/checklist', {
                  params: { path: { id } },
                  body: { item: item.name, part, day: officeToday(agency.timeZone).toString() },
                  headers,
                })
              }
            >
              <Trans>Said</Trans>
            </ActButton>
          )}
        </li>
      ))}
    </ul>
  )
}
