import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import css from './screening.module.css'
import { type Fact, type ScreeningPage, screeningKey } from './use-screening.ts'

type Value = boolean | number | null

/** The questions of a screening, the open ones first, each answered where it stands and kept at once. */
export function Questions({ id, page, again }: { id: string; page: ScreeningPage; again: boolean }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const keep = useMutation({
    mutationFn: ({ name, value }: { name: string; value: Value }) =>
      answer(
        api.POST('/api/intake/enrolments/{id}/screening/answers', {
          params: { path: { id } },
          body: { step: page.step, version: page.version, answers: { [name]: value } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: screeningKey(id, page.step, again) }),
  })
  const open = page.facts.filter((fact) => fact.value === null)
  const known = page.facts.filter((fact) => fact.value !== null)
  const canAnswer = may('screening.answer') && page.canScreen
  const list = (facts: readonly Fact[]) => (
    <ul className={css.questions}>
      {facts.map((fact) => (
        <Question
          key={fact.name}
          fact={fact}
          locked={!canAnswer || keep.isPending}
          onAnswer={(value) => keep.mutate({ name: fact.name, value })}
        />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="questions" className={css.part}>
      <h2 id="questions">
        <Trans>Questions</Trans>
      </h2>
      {keep.isError && <Trouble error={keep.error} />}
      {open.length === 0 ? <Empty title={t`Every question has its answer`} /> : list(open)}
      {known.length > 0 && (
        <details open={open.length === 0}>
          <summary>
            <Trans>Answered ({known.length})</Trans>
          </summary>
          {list(known)}
        </details>
      )}
    </section>
  )
}

function Question({
  fact,
  locked,
  onAnswer,
}: {
  fact: Fact
  locked: boolean
  onAnswer: (value: Value) => void
}) {
  const said = useSaid()
  const { t } = useLingui()
  const sources = {
    worksheet: t`from the worksheet`,
    commitments: t`from the commitments`,
    application: t`from the application`,
    asked: t`asked here`,
  }
  const isOurs = fact.source === null || fact.source === 'asked'
  return (
    <li className={css.question}>
      <fieldset className={css.ask} disabled={locked}>
        <legend>
          {said(fact.question)} <span className={css.clause}>{fact.clauses.join(', ')}</span>
        </legend>
        {fact.type === 'yes-no' ? (
          <YesNo fact={fact} locked={!isOurs} onAnswer={onAnswer} />
        ) : (
          <Count key={String(fact.value)} fact={fact} locked={!isOurs} onAnswer={onAnswer} />
        )}
      </fieldset>
      {fact.source && <span className={css.soft}>{sources[fact.source]}</span>}
    </li>
  )
}

function YesNo({
  fact,
  locked,
  onAnswer,
}: {
  fact: Fact
  locked: boolean
  onAnswer: (value: Value) => void
}) {
  const { t } = useLingui()
  const choices: [Value, string][] = [
    [true, t`Yes`],
    [false, t`No`],
    [null, t`Not known`],
  ]
  return (
    <span className={css.choices}>
      {choices.map(([value, name]) => (
        <label key={name} className={css.choice}>
          <input
            type="radio"
            name={fact.name}
            checked={fact.value === value}
            disabled={locked}
            onChange={() => onAnswer(value)}
          />
          {name}
        </label>
      ))}
    </span>
  )
}

function Count({
  fact,
  locked,
  onAnswer,
}: {
  fact: Fact
  locked: boolean
  onAnswer: (value: Value) => void
}) {
  const said = useSaid()
  const { t } = useLingui()
  const [typed, setTyped] = useState(fact.value === null ? '' : String(fact.value))
  const most = fact.maximum ?? 100_000
  const fits = typed === '' || (/^\d{1,6}$/.test(typed) && Number(typed) <= most)
  const keep = () => {
    const value = typed === '' ? null : Number(typed)
    if (fits && value !== fact.value) onAnswer(value)
  }
  return (
    <span className={css.choices}>
      <input
        className={`usa-input ${css.count ?? ''}`}
        inputMode="numeric"
        aria-label={said(fact.question)}
        aria-invalid={!fits}
        value={typed}
        disabled={locked}
        onChange={(event) => setTyped(event.target.value.trim())}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      {fact.unit}
      {!fits && <span role="alert" className={css.wrong}>{t`Type a whole number up to ${most}.`}</span>}
    </span>
  )
}
