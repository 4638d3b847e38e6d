import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { area, day, Form, FormField, FormRow, select, text, useForm } from '../../../parts/form/index.ts'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { equipmentKey, type Model } from '../parts/words.ts'
import { serialsIn } from './serials.ts'

/** Takes a delivery of units of one model into the stock. */
export function Receive() {
  const { t } = useLingui()
  const query = useQuery({
    queryKey: equipmentKey.models,
    queryFn: () => answer(api.GET('/api/equipment/models', { params: { query: {} } })),
  })
  return (
    <Page title={t`Receive units`} lead={<Trans>They are in stock as soon as they are saved.</Trans>}>
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p aria-busy="true">{t`Reading the models…`}</p>}
      {query.data &&
        (query.data.models.length > 0 ? (
          <Delivery models={query.data.models} />
        ) : (
          <Empty title={t`There is no model yet`}>
            <Trans>
              Add the model of the units first, on <Link to="/equipment/models">the page of models</Link>.
            </Trans>
          </Empty>
        ))}
    </Page>
  )
}

function Delivery({ models }: { models: readonly Model[] }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const form = useForm({
    name: 'receive-units',
    fields: {
      modelId: select({
        label: msg`Model`,
        required: true,
        options: models.map((model) => ({ value: model.id, label: `${model.maker} ${model.name}` })),
      }),
      acquiredOn: day({ label: msg`Acquired on`, required: true, latest: 'today' }),
      carrier: text({
        label: msg`Mobile network`,
        hint: msg`Where their SIM cards are, if all alike.`,
        most: 80,
      }),
      serials: area({
        label: msg`Serial numbers`,
        hint: msg`One a line, as they stand on the units. A scanner may type them.`,
        required: true,
        most: 14_000,
        lines: 8,
      }),
      note: text({ label: msg`Note`, most: 500 }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/equipment/units', {
        body: { ...values, serials: serialsIn(values.serials) },
        ...attempt,
      }),
    onDone: async () => {
      await client.invalidateQueries({ queryKey: equipmentKey.all })
      await navigate({ to: '/equipment', search: { state: 'in-stock' } })
    },
  })
  return (
    <Form form={form} action={t`Receive units`} cancel={<Link to="/equipment">{t`Cancel`}</Link>}>
      <FormField form={form} name="modelId" />
      <FormRow>
        <FormField form={form} name="acquiredOn" />
        <FormField form={form} name="carrier" />
      </FormRow>
      <FormField form={form} name="serials" />
      <FormField form={form} name="note" />
    </Form>
  )
}
