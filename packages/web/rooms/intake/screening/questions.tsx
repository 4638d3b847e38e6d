import { msg } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { api } from '../../../api/client.ts'
import type { Field, Fields } from '../../../parts/form/fields.ts'
import { Form, FormField, select, useForm, whole } from '../../../parts/form/index.ts'
import { useSaid } from '../../../parts/words/said.ts'
import { enrolmentKey } from '../../programs/enrolment-header/use-enrolment.ts'
import { yesNo } from '../parts/yes-no.ts'
import type { ScreeningPage } from '../queries.ts'
import css from './screening.module.css'
import { useSources } from './sources.ts'

type Fact = ScreeningPage['facts'][number]

const units: Record<string, ReturnType<typeof msg>> = {
  days: msg`days`,
  'days-a-week': msg`days a week`,
  convictions: msg`convictions`,
}

function fieldOf(fact: Fact, said: ReturnType<typeof useSaid>): Field {
  const label = said(fact.question)
  const common = { label, hint: fact.clauses.join(', ') }
  if (fact.type === 'yes-no') return yesNo(common)
  if (fact.type === 'choice')
    return select({
      ...common,
      options: fact.choices.map(({ value, text }) => ({ value, label: said(text) })),
    })
  const unit = fact.unit === null ? undefined : units[fact.unit]
  return whole({
    ...common,
    least: 0,
    ...(fact.maximum === null ? {} : { most: fact.maximum }),
    ...(unit ? { unit } : {}),
  })
}

/** What only a person can say: the unknown first, then what was answered and may be put right. */
export function Questions({ id, page }: { id: string; page: ScreeningPage }) {
  const { t } = useLingui()
  const said = useSaid()
  const client = useQueryClient()
  const navigate = useNavigate()
  const asked = page.facts.filter(({ source }) => source === null || source === 'asked')
  const fields: Fields = Object.fromEntries(asked.map((fact) => [fact.name, fieldOf(fact, said)]))
  const form = useForm({
    name: `screening-${page.step}-${page.number}`,
    about: id,
    fields,
    record: {
      ...Object.fromEntries(asked.map(({ name, value }) => [name, value])),
      ...(page.version === null ? {} : { version: page.version }),
    },
    submit: ({ values, attempt, record }) =>
      api.POST('/api/intake/enrolments/{id}/screening/answers', {
        params: { path: { id } },
        body: {
          step: page.step,
          version: record.version ?? null,
          answers: Object.fromEntries(asked.map(({ name }) => [name, values[name] ?? null])),
        },
        ...attempt,
      }),
    onDone: async () => {
      await client.invalidateQueries({ queryKey: enrolmentKey(id) })
      // A screening that was begun anew is open from here on: the address says so no more.
      await navigate({
        to: '/enrolments/$id/screening',
        params: { id },
        search: page.step === 'early-release' ? { step: page.step } : {},
        replace: true,
      })
    },
  })
  const unknown = asked.filter(({ value }) => value === null)
  const answered = asked.filter(({ value }) => value !== null)
  return (
    <section aria-labelledby="questions" className={css.part}>
      <h2 id="questions">
        <Trans>Still to ask</Trans>
      </h2>
      <p className={css.soft}>
        <Trans>What nobody knows stays open. It is never taken for a no.</Trans>
      </p>
      <Form form={form} action={t`Keep answers`}>
        {unknown.length === 0 ? (
          <p>
            <Trans>Every question is answered.</Trans>
          </p>
        ) : (
          unknown.map(({ name }) => <FormField key={name} form={form} name={name} />)
        )}
        {answered.length > 0 && (
          <details open={answered.some(({ name }) => form.problems.some(({ path }) => path === name))}>
            <summary>
              <Plural
                value={answered.length}
                one="# answer, which may be put right"
                other="# answers, which may be put right"
              />
            </summary>
            <div className={css.answered}>
              {answered.map(({ name }) => (
                <FormField key={name} form={form} name={name} />
              ))}
            </div>
          </details>
        )}
      </Form>
      <FromTheRecord facts={page.facts} />
      {page.facts.some(({ name }) => name === 'hasResidence' || name === 'residenceAcceptable') && (
        <p className={css.soft}>
          <Trans>What a visit finds of the home is taken over from here:</Trans>{' '}
          <Link to="/enrolments/$id/home/evaluation" params={{ id }}>
            <Trans>Evaluation of the home</Trans>
          </Link>
        </p>
      )}
    </section>
  )
}

/** What the record answers by itself, and where it is changed. */
function FromTheRecord({ facts }: { facts: readonly Fact[] }) {
  const said = useSaid()
  const { answerOf, sourceOf } = useSources()
  const known = facts.filter(({ source }) => source !== null && source !== 'asked')
  if (known.length === 0) return null
  return (
    <div className={css.part}>
      <h3>
        <Trans>Known from the record</Trans>
      </h3>
      <dl className={css.known}>
        {known.map((fact) => (
          <div key={fact.name}>
            <dt>{said(fact.question)}</dt>
            <dd>
              {answerOf(fact)} <span className={css.soft}>{sourceOf(fact)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
