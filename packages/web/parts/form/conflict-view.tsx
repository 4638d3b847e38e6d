import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import { useEffect, useId, useRef, useState } from 'react'
import { TimeOf } from '../day/day.tsx'
import { useLabel } from '../words/words.ts'
import css from './conflict-view.module.css'
import { type Choices, type Difference, undecided } from './merge.ts'
import { useTypedWords } from './typed-words.ts'
import type { FormState, OpenConflict } from './use-form.ts'

/** Someone else saved first: what stands there now and what was typed, side by side, field by field. */
export function ConflictView({ form, conflict }: { form: FormState; conflict: OpenConflict }) {
  const [choices, setChoices] = useState<Choices>({})
  const [isAsked, setAsked] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => top.current?.focus(), [])

  const { found } = conflict
  const open = undecided(found, choices)
  const takeTheirs = (): void =>
    form.resolve(Object.fromEntries(found.map(({ name }) => [name, 'theirs' as const])))

  return (
    <div ref={top} tabIndex={-1} className={css.view}>
      <Alert type="warning">
        <AlertHeading level="h2">
          <Trans>
            {conflict.changedBy} changed this at <TimeOf at={conflict.changedAt} />
          </Trans>
        </AlertHeading>
        <AlertText>
          {found.length === 0 ? (
            <Trans>What stands there now is what you typed. There is nothing left to save.</Trans>
          ) : (
            <Trans>Nothing of yours is lost. Choose for each field what shall stand, then save.</Trans>
          )}
        </AlertText>
      </Alert>
      {found.length > 0 && (
        <ul className={css.list}>
          {found.map((difference) => (
            <li key={difference.name}>
              <Choose
                form={form}
                by={conflict.changedBy}
                difference={difference}
                chosen={choices[difference.name] ?? difference.proposed}
                isMissing={isAsked && open.includes(difference.name)}
                onChoose={(side) => setChoices({ ...choices, [difference.name]: side })}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={css.buttons}>
        {found.length > 0 && (
          <Button type="button" onClick={() => (open.length > 0 ? setAsked(true) : form.resolve(choices))}>
            <Trans>Save with these choices</Trans>
          </Button>
        )}
        <Button type="button" outline onClick={takeTheirs}>
          <Trans>Leave it as {conflict.changedBy} saved it</Trans>
        </Button>
      </div>
    </div>
  )
}

type ChooseProps = {
  form: FormState
  by: string
  difference: Difference
  chosen: 'theirs' | 'mine' | undefined
  isMissing: boolean
  onChoose: (side: 'theirs' | 'mine') => void
}

function Choose({ form, by, difference, chosen, isMissing, onChoose }: ChooseProps) {
  const id = useId()
  const { t } = useLingui()
  const label = useLabel()
  const words = useTypedWords()
  const field = form.fields[difference.name]!
  const sides = [
    { side: 'theirs', name: t`Now, by ${by}`, typed: difference.theirs },
    { side: 'mine', name: t`Yours`, typed: difference.mine },
  ] as const
  return (
    <fieldset className={`${css.choose} ${isMissing ? css.missing : ''}`}>
      <legend>
        <span className="usa-legend">{label(field.label)}</span>{' '}
        <span className="usa-hint">
          <Trans>When you opened it: {words(field, difference.opened)}</Trans>
        </span>
      </legend>
      {isMissing && (
        <span className="usa-error-message" role="alert">
          <Trans>Both of you changed this. Choose one.</Trans>
        </span>
      )}
      <div className={css.sides}>
        {sides.map(({ side, name, typed }) => (
          <div key={side} className="usa-radio">
            <input
              type="radio"
              className="usa-radio__input"
              id={`${id}-${side}`}
              name={id}
              checked={chosen === side}
              onChange={() => onChoose(side)}
            />
            <label className="usa-radio__label" htmlFor={`${id}-${side}`}>
              <span className="usa-hint">{name}</span>
              {words(field, typed)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
