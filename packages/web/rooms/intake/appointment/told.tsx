import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Checklist } from '../../../parts/checklist/checklist.tsx'
import { Moment } from '../../../parts/day/day.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { type AppointmentPage, keys } from '../queries.ts'
import { toldWords } from '../words.ts'
import css from './appointment.module.css'

const items = ['fees', 'payment-forms', 'diagnosis'] as const

/** What the person was told, by whom and when; what was not said yet can be said now (WAP-APPT.1). */
export function Told({ id, page }: { id: string; page: AppointmentPage }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  return (
    <div className={css.part}>
      <Checklist
        title={t`What the person is told`}
        items={items.map((item) => {
          const told = page.told.find((one) => one.item === item)
          const canSay = !told && may('appointment.write') && page.canBook
          return {
            key: item,
            label: i18n._(toldWords[item]),
            state: told ? 'there' : 'missing',
            clause: 'WAP-APPT.1',
            ...(told
              ? {
                  note: (
                    <Trans>
                      {told.by}, <Moment at={told.at} />
                    </Trans>
                  ),
                }
              : {}),
            ...(canSay ? { action: <Say id={id} item={item} /> } : {}),
          }
        })}
      />
      <Because clause="WAP-APPT.1">
        <Trans>at sentencing and with the appointment the person is advised of these.</Trans>
      </Because>
    </div>
  )
}

function Say({ id, item }: { id: string; item: (typeof items)[number] }) {
  const { i18n, t } = useLingui()
  return (
    <ActButton
      look="unstyled"
      label={t`Record as told: ${i18n._(toldWords[item])}`}
      renews={[keys.ofCase(id, 'appointment')]}
      send={(headers) =>
        api.POST('/api/intake/enrolments/{id}/told', {
          params: { path: { id } },
          body: { items: [item] },
          headers,
        })
      }
    >
      <Trans>Record as told</Trans>
    </ActButton>
  )
}
