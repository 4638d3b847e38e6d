import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { choice, Form, FormField, select, text, useForm } from '../../../parts/form/index.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { instantOf, whenFields, whenProblems } from '../parts/when.ts'
import { WhenFields } from '../parts/when-fields.tsx'
import { equipmentKey, type Fittable, levelHints, levelNames, type UnitPage } from '../parts/words.ts'

export type PutOnProps = { page: UnitPage; act: 'fit' | 'hand-over'; onDone: () => void }

/** Puts the unit on somebody: from the stock, or from the person who wears it now. */
export function PutOn(props: PutOnProps) {
  const { t } = useLingui()
  const query = useQuery({
    queryKey: equipmentKey.fittable(''),
    queryFn: () => answer(api.GET('/api/equipment/fittable', { params: { query: { limit: 5000 } } })),
  })
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <p aria-busy="true">{t`Reading who can be fitted…`}</p>
  if (query.data.people.length === 0)
    return (
      <Empty title={t`Nobody can be fitted`}>
        <Trans>A unit is put on people who are accepted into a program.</Trans>
      </Empty>
    )
  return <PutOnForm {...props} people={query.data.people} />
}

function PutOnForm({ page, act, onDone, people }: PutOnProps & { people: readonly Fittable[] }) {
  const { t } = useLingui()
  const { agency } = useSignedIn()
  const client = useQueryClient()
  const form = useForm({
    name: 'put-on-unit',
    about: `${act} ${page.id}`,
    fields: {
      enrolmentId: select({
        label: act === 'fit' ? msg`On whom` : msg`To whom`,
        required: true,
        options: people.map((one) => ({ value: one.enrolmentId, label: nameOf(one) })),
      }),
      level: choice({
        label: msg`How it reports`,
        required: true,
        options: page.model.levels.map((level) => ({
          value: level,
          label: levelNames[level],
          hint: levelHints[level],
        })),
      }),
      ...whenFields,
      note: text({ label: msg`Note`, hint: msg`Where it sits, how it was tried.`, most: 1000 }),
    },
    record: { when: 'now', level: page.model.levels.length === 1 ? page.model.levels[0]! : null },
    check: (values) => whenProblems(values, t`Say when it was.`),
    submit: ({ values: { when, onDay, at, ...body }, attempt }) => {
      const path = act === 'fit' ? '/api/equipment/units/{id}/fit' : '/api/equipment/units/{id}/hand-over'
      return api.POST(path, {
        params: { path: { id: page.id } },
        body: { ...body, at: instantOf({ when, onDay, at }, agency.timeZone) },
        ...attempt,
      })
    },
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: equipmentKey.all })
    },
  })
  return (
    <Form form={form} action={act === 'fit' ? t`Fit unit` : t`Hand over unit`}>
      <FormField form={form} name="enrolmentId" />
      <FormField form={form} name="level" />
      <WhenFields form={form} />
      <FormField form={form} name="note" />
    </Form>
  )
}

/** A name as a list shows it, with what the person wears already. */
const nameOf = (one: Fittable): string =>
  [`${[one.familyName, one.givenNames].filter(Boolean).join(', ')} (${one.number})`, ...one.wears].join(' · ')
