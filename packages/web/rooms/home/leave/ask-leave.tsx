import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Because } from '../../../parts/because/because.tsx'
import {
  area,
  day,
  Form,
  FormField,
  FormPart,
  FormRow,
  select,
  text,
  ticks,
  time,
  useForm,
} from '../../../parts/form/index.ts'
import {
  dayNames,
  homeKey,
  type ListedLeave,
  leaveKindNames,
  weekdays,
  type ZonesPage,
} from '../parts/words.ts'

const leaveFields = (page: ZonesPage) => ({
  kind: select({
    label: msg`Kind`,
    required: true,
    options: (page.openKinds ?? []).map((value: ListedLeave['kind']) => ({
      value,
      label: leaveKindNames[value],
    })),
  }),
  whereto: text({ label: msg`Where to`, required: true, most: 200 }),
  placeId: select({
    label: msg`Approved place, if it is one`,
    options: page.places
      .filter(({ kind }) => kind !== 'home')
      .map(({ id, name, address }) => ({ value: id, label: [name, address].filter(Boolean).join(', ') })),
  }),
  fromDay: day({ label: msg`Leaves home on`, required: true }),
  fromTime: time({ label: msg`at`, required: true }),
  toDay: day({ label: msg`Is back on`, required: true, earliest: 'today' }),
  toTime: time({ label: msg`at`, required: true }),
  repeatDays: ticks({
    label: msg`Again on these days`,
    options: weekdays.map((value) => ({ value, label: dayNames[value] })),
  }),
  repeatUntil: day({ label: msg`until` }),
  why: area({ label: msg`What for`, required: true, most: 500 }),
})

/** Asks for a leave on the participant's word; somebody who may decides it. */
export function AskLeave({ page }: { page: ZonesPage }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [fields] = useState(() => leaveFields(page))
  const form = useForm({
    name: 'ask-leave',
    about: page.enrolmentId,
    fields,
    asked: { from: 'fromDay', to: 'toDay' },
    submit: ({ values: { fromDay, fromTime, toDay, toTime, ...asked }, attempt }) =>
      api.POST('/api/home/enrolments/{id}/leave', {
        params: { path: { id: page.enrolmentId } },
        body: { ...asked, from: `${fromDay}T${fromTime}`, to: `${toDay}T${toTime}` },
        ...attempt,
      }),
    onDone: () => client.invalidateQueries({ queryKey: homeKey.leave }),
  })
  return (
    <Form form={form} action={t`Ask for leave`}>
      <FormPart title={t`Ask for leave`}>
        <Because clause={['EMP-1.2', 'EMP-1.5']} told>
          <Trans>
            People stay home but for approved absences, of the kinds that are open to them. A leave lifts the
            hours of the zones to be in, never a zone to stay out of.
          </Trans>
        </Because>
        <FormRow>
          <FormField form={form} name="kind" />
          <FormField form={form} name="whereto" />
          {page.places.length > 0 && <FormField form={form} name="placeId" />}
        </FormRow>
        <FormRow>
          <FormField form={form} name="fromDay" />
          <FormField form={form} name="fromTime" />
        </FormRow>
        <FormRow>
          <FormField form={form} name="toDay" />
          <FormField form={form} name="toTime" />
        </FormRow>
        <FormRow>
          <FormField form={form} name="repeatDays" />
          <FormField form={form} name="repeatUntil" />
        </FormRow>
        <FormField form={form} name="why" />
      </FormPart>
    </Form>
  )
}
