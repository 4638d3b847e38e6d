import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { type ReactNode, useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { day, Form, FormField, phone, text, useForm } from '../../../parts/form/index.ts'
import { equipmentKey, kindNames, signalNames, type UnitPage } from '../parts/words.ts'
import css from './unit.module.css'

/** What is written down of the unit, and what an installer and a wearer need to know of its model (EMP-A.1). */
export function Details({ page }: { page: UnitPage }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const { model } = page
  const facts: [string, ReactNode][] = [
    [t`Kind`, i18n._(kindNames[model.kind])],
    [t`Acquired`, <Day key="acquired" day={page.acquiredOn} of="record" />],
    [t`Service ends`, page.lifeEndsOn && <Day key="life" day={page.lifeEndsOn} of="record" />],
    [t`Telephone`, page.phone],
    [t`Mobile network`, page.carrier],
    [t`Battery`, model.batteryHours && t`${model.batteryHours} hours when full`],
    [t`Strap`, model.strap],
    [t`Water`, model.water],
    [t`Charging`, model.charging],
    [t`Can be told to`, model.signals.map((signal) => i18n._(signalNames[signal])).join(', ')],
    [t`Note`, page.note],
  ]
  return (
    <section aria-labelledby="details" className={css.part}>
      <h2 id="details">
        <Trans>The unit</Trans>
      </h2>
      <dl className={css.facts}>
        {facts
          .filter(([, value]) => value !== null && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {may('equipment.write') && (
        <p>
          <Button type="button" outline onClick={() => setChanging(true)}>
            <Trans>Change details</Trans>
          </Button>
        </p>
      )}
      {changing && (
        <Dialog title={t`Change unit ${page.serial}`} onClose={() => setChanging(false)}>
          <ChangeUnit page={page} onDone={() => setChanging(false)} />
        </Dialog>
      )}
    </section>
  )
}

const fields = {
  phone: phone({ label: msg`Telephone of its SIM card` }),
  carrier: text({ label: msg`Mobile network`, most: 80 }),
  acquiredOn: day({ label: msg`Acquired on`, required: true, latest: 'today' }),
  note: text({ label: msg`Note`, most: 500 }),
}

function ChangeUnit({ page, onDone }: { page: UnitPage; onDone: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { phone, carrier, acquiredOn, note, version } = page
  const form = useForm({
    name: 'change-unit',
    about: page.id,
    fields,
    record: { phone, carrier, acquiredOn, note, version },
    submit: ({ values, attempt, record }) =>
      api.POST('/api/equipment/units/{id}', {
        params: { path: { id: page.id } },
        body: { ...values, version: record.version ?? version },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: equipmentKey.all })
    },
  })
  return (
    <Form form={form} action={t`Save unit`}>
      <FormField form={form} name="phone" />
      <FormField form={form} name="carrier" />
      <FormField form={form} name="acquiredOn" />
      <FormField form={form} name="note" />
    </Form>
  )
}
