import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Form, FormField, select, text, useForm } from '../../../parts/form/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { Battery } from '../../equipment/parts/battery.tsx'
import { instantOf, whenFields, whenProblems } from '../../equipment/parts/when.ts'
import { WhenFields } from '../../equipment/parts/when-fields.tsx'
import {
  equipmentKey,
  type Level,
  type ListedUnit,
  levelHints,
  levelNames,
} from '../../equipment/parts/words.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import { type DetentionPage, detentionKey } from '../parts/detention-words.ts'
import css from './detention.module.css'

/** The units the person wears, and putting on one from the stock (EMP-4.2i). */
export function Units({
  id,
  page,
  isUnfollowed,
}: {
  id: string
  page: DetentionPage
  isUnfollowed: boolean
}) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const [fitting, setFitting] = useState(false)
  const missing = page.readiness.some(({ met }) => met !== true)
  return (
    <section aria-labelledby="units" className={css.part}>
      <h2 id="units">
        <Trans>Units worn</Trans>
      </h2>
      {page.units.length > 0 && !page.canChange && (
        <Status tone="now">{t`Still worn, although this enrolment has ended`}</Status>
      )}
      {page.units.length === 0 &&
        (isUnfollowed ? (
          <Status tone="now">{t`None, although the person serves at home`}</Status>
        ) : (
          <p className={css.soft}>{t`None.`}</p>
        ))}
      <ul>
        {page.units.map((unit) => (
          <li key={unit.id} className={css.row}>
            <p>
              <Link to="/equipment/$id" params={{ id: unit.id }}>
                {unit.serial}
              </Link>{' '}
              {unit.model}, {i18n._(levelNames[unit.level as Level])}{' '}
              {may('equipment.fit') && (
                <Link to="/equipment/$id" params={{ id: unit.id }}>
                  <Trans>Take off {unit.serial}</Trans>
                </Link>
              )}
            </p>
            <p className={css.soft}>
              <Trans>
                since <Moment at={unit.fittedAt} />
              </Trans>
              {' · '}
              {unit.contactAt ? (
                <Trans>
                  last heard <Moment at={unit.contactAt} />, battery <Battery level={unit.battery} />
                </Trans>
              ) : (
                <Trans>not heard of yet</Trans>
              )}
            </p>
          </li>
        ))}
      </ul>
      {may('equipment.fit') && page.canChange && (
        <p>
          {missing ? (
            <span className={css.soft}>{t`A unit is put on once nothing is missing above.`}</span>
          ) : (
            <Button type="button" onClick={() => setFitting(true)}>
              <Trans>Fit a unit</Trans>
            </Button>
          )}
        </p>
      )}
      {fitting && (
        <Dialog title={t`Fit a unit`} onClose={() => setFitting(false)}>
          <Stock id={id} onDone={() => setFitting(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Stock({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useLingui()
  const query = useQuery({
    queryKey: [...equipmentKey.units, 'in-stock'],
    queryFn: () =>
      answer(api.GET('/api/equipment/units', { params: { query: { state: 'in-stock', limit: 5000 } } })),
  })
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <p aria-busy="true">{t`Reading the stock…`}</p>
  if (query.data.units.length === 0)
    return (
      <Empty title={t`No unit is in stock`}>
        <Trans>Units come into the stock when they are received, repaired or taken off.</Trans>
      </Empty>
    )
  return <FitForm id={id} units={query.data.units} onDone={onDone} />
}

const levels = ['active', 'passive', 'on-demand'] as const

function FitForm({ id, units, onDone }: { id: string; units: readonly ListedUnit[]; onDone: () => void }) {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const client = useQueryClient()
  const form = useForm({
    name: 'fit-from-stock',
    about: id,
    fields: {
      unitId: select({
        label: msg`Unit`,
        required: true,
        options: units.map((unit) => ({ value: unit.id, label: `${unit.serial} · ${unit.model}` })),
      }),
      level: select({
        label: msg`How it reports`,
        required: true,
        options: levels.map((value) => ({ value, label: levelNames[value], hint: levelHints[value] })),
      }),
      ...whenFields,
      note: text({ label: msg`Note`, hint: msg`Where it sits, how it was tried.`, most: 1000 }),
    },
    record: { when: 'now', level: 'active' },
    check: (values) => whenProblems(values, t`Say when it was.`),
    submit: ({ values: { unitId, when, onDay, at, ...values }, attempt }) =>
      api.POST('/api/equipment/units/{id}/fit', {
        params: { path: { id: unitId } },
        body: { ...values, enrolmentId: id, at: instantOf({ when, onDay, at }, agency.timeZone) },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: detentionKey.all })
      await client.invalidateQueries({ queryKey: enrolmentKey(id) })
      await client.invalidateQueries({ queryKey: equipmentKey.all })
    },
  })
  return (
    <Form form={form} action={t`Fit unit`}>
      <FormField form={form} name="unitId" />
      <FormField form={form} name="level" />
      <WhenFields form={form} />
      <FormField form={form} name="note" />
    </Form>
  )
}
