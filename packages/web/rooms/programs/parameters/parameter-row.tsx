import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { Day, Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { EnterValue } from './enter-value.tsx'
import css from './parameters.module.css'
import type { Entered, Parameter, ParameterList } from './use-parameters.ts'
import { useValueWords } from './value-words.ts'

/** A parameter: the question it answers, what holds, from where, and every value that was entered for it. */
export function ParameterRow({ parameter, list }: { parameter: Parameter; list: ParameterList }) {
  const { t } = useLingui()
  const may = useMay()
  const said = useSaid()
  const value = useValueWords()
  const [entering, setEntering] = useState(false)
  const { inForce } = parameter
  const question = said(parameter.question)
  return (
    <article className={css.row} aria-label={question}>
      <div>
        <h2 className={css.question}>{question}</h2>
        <Source parameter={parameter} list={list} />
        <Entries parameter={parameter} />
      </div>
      <p className={css.value}>
        {inForce.value === null ? (
          <Status tone="waiting">{t`Not set: asked`}</Status>
        ) : (
          <strong>{value(parameter, inForce.value)}</strong>
        )}
      </p>
      {may('parameter.enter') && (
        <div className="not-printed">
          <Button
            type="button"
            outline
            aria-label={t`Enter value: ${question}`}
            onClick={() => setEntering(true)}
          >
            <Trans>Enter value</Trans>
          </Button>
        </div>
      )}
      {entering && (
        <Dialog title={question} onClose={() => setEntering(false)}>
          <EnterValue parameter={parameter} list={list} onClose={() => setEntering(false)} />
        </Dialog>
      )}
    </article>
  )
}

function Source({ parameter, list }: { parameter: Parameter; list: ParameterList }) {
  const { t } = useLingui()
  const value = useValueWords()
  const { clause, own, inForce } = parameter
  if (inForce.source === 'unset') {
    return (
      <Because clause={clause} own={own}>
        {t`the text leaves it open, so it is asked and never guessed`}
      </Because>
    )
  }
  if (inForce.source === 'pack') {
    return (
      <Because
        clause={clause}
        own={own}
        version={`${list.program.version}, ${list.program.hash.slice(0, 12)}`}
      >
        {own ? t`it is our reading of the policy, until the office sets it` : t`the policy says so`}
      </Because>
    )
  }
  return (
    <>
      <Because clause={clause} own={false}>
        {t`${inForce.authority ?? ''}, ${inForce.resolution ?? ''}`}
      </Because>
      <p className={css.soft}>
        {inForce.from && (
          <Trans>
            From <Day day={inForce.from} />; before that {value(parameter, parameter.default)}
          </Trans>
        )}
      </p>
    </>
  )
}

function Entries({ parameter }: { parameter: Parameter }) {
  if (parameter.entered.length === 0) return null
  return (
    <details>
      <summary>
        <Trans>Every value that was entered ({parameter.entered.length})</Trans>
      </summary>
      <ul className={css.entries}>
        {parameter.entered.map((entered) => (
          <li key={entered.id}>
            <Entry parameter={parameter} entered={entered} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Entry({ parameter, entered }: { parameter: Parameter; entered: Entered }) {
  const value = useValueWords()
  return (
    <>
      <strong>{value(parameter, entered.value)}</strong>{' '}
      <Trans>
        from <Day day={entered.fromDay} />
      </Trans>{' '}
      <EntryState entered={entered} />
      <div className={css.soft}>
        {entered.authority} · {entered.resolution} ·{' '}
        <Trans>
          entered by {entered.enteredByName}, <Moment at={entered.enteredAt} />
        </Trans>
        {entered.approvedAt && (
          <>
            {' · '}
            <Trans>
              approved by {entered.approvedByName}, <Moment at={entered.approvedAt} />
            </Trans>
          </>
        )}
        {entered.withdrawalReason && <> · {entered.withdrawalReason}</>}
      </div>
    </>
  )
}

function EntryState({ entered }: { entered: Entered }) {
  const { t } = useLingui()
  if (entered.state === 'withdrawn') return <Status tone="over">{t`Withdrawn`}</Status>
  if (entered.state === 'approved') return <Status tone="settled">{t`Approved`}</Status>
  return <Status tone="waiting">{t`Waits for approval`}</Status>
}
