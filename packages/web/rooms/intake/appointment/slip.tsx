import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { ActButton } from '../parts/act-button.tsx'
import { MadePaper } from '../parts/made-paper.tsx'
import { type Appointment, type AppointmentPage, keys } from '../queries.ts'
import css from './appointment.module.css'

type SlipProps = { id: string; page: AppointmentPage; open: Appointment }

/** The slip the person takes home: when, what to bring, what it costs, in the person's language. */
export function Slip({ id, page, open }: SlipProps) {
  const { t } = useLingui()
  const may = useMay()
  const language = page.language === 'es' ? t`in Spanish` : t`in English`
  return (
    <div className={`${css.buttons} not-printed`}>
      {page.slip && (
        <MadePaper paper={page.slip}>
          <Trans>Open the appointment slip ({language})</Trans>
        </MadePaper>
      )}
      {may('appointment.write') && (
        <ActButton
          look="outline"
          renews={[keys.ofCase(id, 'appointment')]}
          send={(headers) =>
            api.POST('/api/intake/appointments/{id}/slip', {
              params: { path: { id: open.id } },
              body: {},
              headers,
            })
          }
        >
          {page.slip ? t`Make the slip anew` : t`Make appointment slip`}
        </ActButton>
      )}
    </div>
  )
}
