import { Trans, useLingui } from '@lingui/react/macro'
import { Bars } from '../../../parts/bars/bars.tsx'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { useSentenceWords } from '../sentence-words.ts'
import { StepsTable } from './steps-table.tsx'
import type { Sentence } from './use-worksheet.ts'
import css from './worksheet.module.css'

/** A sentence as computed: the figures, the table of steps, the bars beside it, and what holds for all of it. */
export function SentenceView({ sentence, isByWork }: { sentence: Sentence; isByWork: boolean }) {
  const { t } = useLingui()
  const said = useSaid()
  return (
    <>
      <Figures sentence={sentence} isByWork={isByWork} />
      <section aria-labelledby="worksheet-steps" className={css.sheet}>
        <div className={css.table}>
          <h2 id="worksheet-steps">
            <Trans>Steps</Trans>
          </h2>
          <StepsTable steps={sentence.steps} />
        </div>
        <div className={css.beside}>
          <Bars
            title={t`The terms on a calendar`}
            bars={sentence.bars.map((bar) => ({
              key: bar.commitment,
              label: bar.docket || t`no docket number`,
              from: bar.start,
              until: bar.end,
            }))}
          />
        </div>
      </section>
      <div>
        {sentence.notes.map((note) => (
          <Because key={note.code} clause={note.clause} own={note.own}>
            {said(note.text)}
          </Because>
        ))}
      </div>
    </>
  )
}

/** What is served at home passes by the calendar, with no day of work in it: the head of the page says how far it is. */
function Figures({ sentence, isByWork }: { sentence: Sentence; isByWork: boolean }) {
  const { t } = useLingui()
  const { days } = useSentenceWords()
  return (
    <dl className={css.figures}>
      <div className={css.main}>
        <dt>{t`Adjusted sentence`}</dt>
        <dd>{days(sentence.adjustedDays)}</dd>
      </div>
      {isByWork && (
        <>
          <div>
            <dt>{t`Days of work credited`}</dt>
            <dd>{sentence.daysServed}</dd>
          </div>
          <div>
            <dt>{t`Left`}</dt>
            <dd>{sentence.daysLeft}</dd>
          </div>
        </>
      )}
      <div>
        <dt>{t`Release day by the calendar`}</dt>
        <dd>
          {sentence.releaseDate ? <Day day={sentence.releaseDate} /> : t`none: nothing is left to serve`}
        </dd>
      </div>
    </dl>
  )
}
