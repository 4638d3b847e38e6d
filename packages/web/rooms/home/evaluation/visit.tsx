import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { area, choice, day, Form, FormField, FormRow, useForm, whole } from '../../../parts/form/index.ts'
import css from '../detention/detention.module.css'
import { criterionNames, detentionKey, type Evaluation } from '../parts/detention-words.ts'

const asked = ['in-area', 'acceptable', 'accessible', 'electricity', 'cooperation'] as const
type Asked = (typeof asked)[number]

const answerField = (code: Asked) =>
  choice({
    label: criterionNames[code],
    options: [
      { value: 'yes', label: msg`Yes` },
      { value: 'no', label: msg`No` },
    ],
  })

const fields = {
  visitedOn: day({ label: msg`Visited on`, latest: 'today' }),
  adultsCounted: whole({
    label: msg`Adults who live there`,
    hint: msg`Besides the participant; 0 when nobody does.`,
    least: 0,
    most: 50,
  }),
  'in-area': answerField('in-area'),
  acceptable: answerField('acceptable'),
  accessible: answerField('accessible'),
  electricity: answerField('electricity'),
  cooperation: answerField('cooperation'),
  note: area({ label: msg`Note`, most: 4000 }),
}

const asChoice = (answer: boolean | null | undefined) =>
  answer == null ? null : answer ? ('yes' as const) : ('no' as const)
const asAnswer = (typed: string | null): boolean | null =>
  typed === 'yes' ? true : typed === 'no' ? false : null

/** What was found on the visit; what nobody has answered stays unknown. */
export function Visit({ id, evaluation }: { id: string; evaluation: Evaluation }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { answers, visitedOn, adultsCounted, note, version } = evaluation
  const form = useForm({
    name: 'save-evaluation',
    about: `${id} ${evaluation.number}`,
    fields,
    record: {
      visitedOn,
      adultsCounted,
      note,
      version,
      'in-area': asChoice(answers['in-area']),
      acceptable: asChoice(answers.acceptable),
      accessible: asChoice(answers.accessible),
      electricity: asChoice(answers.electricity),
      cooperation: asChoice(answers.cooperation),
    },
    submit: ({ values, attempt, record }) =>
      api.POST('/api/home/enrolments/{id}/evaluation', {
        params: { path: { id } },
        body: {
          version: record.version ?? version,
          visitedOn: values.visitedOn,
          adultsCounted: values.adultsCounted,
          answers: {
            'in-area': asAnswer(values['in-area']),
            acceptable: asAnswer(values.acceptable),
            accessible: asAnswer(values.accessible),
            electricity: asAnswer(values.electricity),
            cooperation: asAnswer(values.cooperation),
          },
          note: values.note,
        },
        ...attempt,
      }),
    onDone: () => void client.invalidateQueries({ queryKey: detentionKey.all }),
  })
  return (
    <section aria-labelledby="visit" className={css.part}>
      <h2 id="visit">
        <Trans>The visit</Trans>
      </h2>
      <p className={css.soft}>
        <Trans>What nobody knows yet is left open: it is no “no”.</Trans>
      </p>
      <Form form={form} action={t`Save visit`}>
        <FormRow>
          <FormField form={form} name="visitedOn" />
          <FormField form={form} name="adultsCounted" />
        </FormRow>
        {asked.map((code) => (
          <FormField key={code} form={form} name={code} />
        ))}
        <FormField form={form} name="note" />
      </Form>
    </section>
  )
}
