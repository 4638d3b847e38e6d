import { useLingui } from '@lingui/react/macro'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { useSentenceWords } from '../sentence-words.ts'
import type { Sentence } from './use-worksheet.ts'
import css from './worksheet.module.css'

type Step = Sentence['steps'][number]

/** Every step of a sentence: term, credit, start, relation, result, each with the clause it rests on (WAP-SENT.4). */
export function StepsTable({ steps }: { steps: readonly Step[] }) {
  const { t } = useLingui()
  return (
    <table className={css.steps}>
      <caption className="only-heard">{t`Steps of the sentence`}</caption>
      <thead>
        <tr>
          <th scope="col">{t`Docket`}</th>
          <th scope="col">{t`Term`}</th>
          <th scope="col">{t`Credit`}</th>
          <th scope="col">{t`Start`}</th>
          <th scope="col">{t`Relation`}</th>
          <th scope="col">{t`Ends`}</th>
          <th scope="col" className={css.end}>{t`Days`}</th>
        </tr>
      </thead>
      {steps.map((step) =>
        step.kind === 'term' ? (
          <Term key={step.commitment} step={step} />
        ) : (
          <Total key={`${step.code} ${step.values.on ?? ''}`} step={step} />
        ),
      )}
    </table>
  )
}

function Term({ step }: { step: Extract<Step, { kind: 'term' }> }) {
  const { t } = useLingui()
  const said = useSaid()
  const { length, relation, days } = useSentenceWords()
  return (
    <tbody>
      <tr>
        <th scope="row" data-title={t`Docket`}>
          {step.docket || t`no docket number`}
        </th>
        <td data-title={t`Term`}>
          {length(step.term)}
          {(step.term.months || step.term.years) && <> ({days(step.termDays)})</>}
        </td>
        <td data-title={t`Credit`}>{days(step.creditDays)}</td>
        <td data-title={t`Start`}>
          <Day day={step.start} />
        </td>
        <td data-title={t`Relation`}>{relation(step.relation)}</td>
        <td data-title={t`Ends`}>{step.end ? <Day day={step.end} /> : t`nothing left to serve`}</td>
        <td data-title={t`Days`} className={css.end}>
          {step.days}
        </td>
      </tr>
      <tr className={css.reasons}>
        <td colSpan={7}>
          {step.reasons.map((reason) => (
            <Because key={reason.code} clause={reason.clause} own={reason.own}>
              {said(reason.text)}
            </Because>
          ))}
        </td>
      </tr>
    </tbody>
  )
}

function Total({ step }: { step: Extract<Step, { kind: 'total' }> }) {
  const { t } = useLingui()
  const said = useSaid()
  const isResult = step.code === 'sentence.total.adjusted'
  return (
    <tbody>
      <tr className={isResult ? css.result : css.total}>
        <th scope="row" colSpan={6}>
          {said(step.text)} <span className={css.clause}>{step.clause}</span>
          {step.own && <span className={css.own}>{t`our own reading`}</span>}
        </th>
        <td data-title={t`Days`} className={css.end}>
          {step.days}
        </td>
      </tr>
    </tbody>
  )
}
