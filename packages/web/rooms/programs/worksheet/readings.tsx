import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { area, choice, Form, FormField, useForm } from '../../../parts/form/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { useDecision } from '../decider/decider.tsx'
import { enrolmentKey } from '../enrolment-header/use-enrolment.ts'
import { useSentenceWords } from '../sentence-words.ts'
import type { OnRecord, Sentence } from './use-worksheet.ts'
import css from './worksheet.module.css'

/** Both readings of a commitment received while active, side by side, and the officer's choice (WAP-SENT.6). */
export function Readings({
  id,
  sentence,
  current,
}: {
  id: string
  sentence: Sentence
  current: OnRecord | null
}) {
  const { t } = useLingui()
  const may = useMay()
  const { days } = useSentenceWords()
  const mayChoose = useDecision('sentence-reading')?.allowed ?? false
  const chosen = current?.reading.byName ? current.reading : null
  const names = { 'days-owed': t`Days of work owed`, calendar: t`Calendar days` }
  const holds = sentence.reading
  return (
    <section aria-labelledby="readings" className={css.part}>
      <h2 id="readings">
        <Trans>Two readings</Trans>
      </h2>
      <dl className={css.readings}>
        {(['days-owed', 'calendar'] as const).map((reading) => (
          <div key={reading} className={reading === holds ? css.holds : undefined}>
            <dt>{names[reading]}</dt>
            <dd>{days(sentence.readings[reading])}</dd>
            {reading === holds && <dd>{chosen ? t`chosen` : t`taken until an officer chooses`}</dd>}
          </div>
        ))}
      </dl>
      <Because clause="WAP-SENT.6" own>
        {t`what is owed are days of work: the days served, and the larger of those left and the new ones`}
      </Because>
      {chosen ? (
        <p>
          <Trans>
            {chosen.byName} chose this: {chosen.reason}
          </Trans>
        </p>
      ) : (
        <Status tone="now">
          <Trans>An officer chooses</Trans>
        </Status>
      )}
      {current && may('worksheet.compute') && mayChoose && (
        <details className="not-printed" open={!chosen}>
          <summary>
            <Trans>Choose the reading</Trans>
          </summary>
          <ChooseReading id={id} />
        </details>
      )}
    </section>
  )
}

function ChooseReading({ id }: { id: string }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    name: 'choose-reading',
    about: id,
    fields: {
      choice: choice<Sentence['reading']>({
        label: t`What is owed`,
        required: true,
        options: [
          { value: 'days-owed', label: t`Days of work owed` },
          { value: 'calendar', label: t`Calendar days` },
        ],
      }),
      reason: area({ label: t`Why`, required: true, most: 1000, lines: 3 }),
    },
    submit: ({ values, attempt }) =>
      api.POST('/api/programs/enrolments/{id}/worksheet', {
        params: { path: { id } },
        body: { reading: values },
        ...attempt,
      }),
    onDone: () => void client.invalidateQueries({ queryKey: enrolmentKey(id) }),
  })
  return (
    <Form form={form} action={t`Choose reading`}>
      <FormField form={form} name="choice" />
      <FormField form={form} name="reason" />
    </Form>
  )
}
