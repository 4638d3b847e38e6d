import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { area, day, Form, FormField, FormRow, select, text, useForm } from '../../../parts/form/index.ts'
import {
  type Condition,
  conditionNames,
  detentionKey,
  supervisionNames,
  type TermsPage,
} from '../parts/detention-words.ts'

const kinds = ['location', 'activity', 'communication', 'testing', 'treatment', 'search', 'other'] as const
const ways = ['monitoring', 'visits', 'office-contacts', 'tests', 'reports'] as const
const another = 'another'

type SetConditionProps = { id: string; orders: TermsPage['orders']; onDone: () => void }

/** Sets a condition with the order that sets it: one of the case's commitments, or another order by name. */
export function SetCondition({ id, orders, onDone }: SetConditionProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'set-condition',
    about: id,
    fields: {
      kind: select({
        label: msg`What it limits`,
        required: true,
        options: kinds.map((value) => ({ value, label: conditionNames[value] })),
      }),
      content: area({ label: msg`The condition, as the order says it`, required: true, most: 1000 }),
      order: select({
        label: msg`The order that sets it`,
        required: true,
        options: [
          ...orders.map((order) => ({
            value: order.commitmentId,
            label: [order.docket, order.courtName].filter(Boolean).join(', '),
          })),
          { value: another, label: msg`Another order` },
        ],
      }),
      orderReference: text({
        label: msg`Which order`,
        hint: msg`Court or office, and its number.`,
        most: 200,
      }),
      orderedOn: day({ label: msg`Day of the order`, latest: 'today' }),
      supervisedBy: select({
        label: msg`Supervised`,
        required: true,
        options: ways.map((value) => ({ value, label: supervisionNames[value] })),
      }),
      fromDay: day({ label: msg`Holds from`, required: true }),
    },
    check: ({ order, orderReference, orderedOn }) =>
      order === another
        ? [
            ...(orderReference === '' ? [{ path: 'orderReference', message: t`Name the order.` }] : []),
            ...(orderedOn === null ? [{ path: 'orderedOn', message: t`Give the day of the order.` }] : []),
          ]
        : [],
    submit: ({ values: { order, orderReference, orderedOn, ...values }, attempt }) =>
      api.POST('/api/home/enrolments/{id}/conditions', {
        params: { path: { id } },
        body: {
          ...values,
          kind: values.kind as Condition['kind'],
          commitmentId: order === another ? null : order,
          orderReference: order === another ? orderReference : '',
          orderedOn: order === another ? orderedOn : null,
        },
        ...attempt,
      }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: detentionKey.all })
    },
  })
  return (
    <Form form={form} action={t`Set condition`}>
      <FormField form={form} name="kind" />
      <FormField form={form} name="content" />
      <FormField form={form} name="order" />
      {form.typed.order === another && (
        <FormRow>
          <FormField form={form} name="orderReference" />
          <FormField form={form} name="orderedOn" />
        </FormRow>
      )}
      <FormField form={form} name="supervisedBy" />
      <FormField form={form} name="fromDay" />
    </Form>
  )
}
