import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import { useEffect, useId, useRef, useState } from 'react'
import type { Conflict } from '../../../../api/problem.ts'
import { useSignedIn } from '../../../../app/session-hooks.ts'
import { TimeOf } from '../../../../parts/day/day.tsx'
import { dayInWords } from '../../../../parts/day/format.ts'
import type { FormState } from '../../../../parts/form/index.ts'
import { LeaveGuard } from '../../../../parts/form/leave-guard.tsx'
import { readForm } from '../../../../parts/form/read-form.ts'
import type { Roster } from '../../parts/words.ts'
import type { Ticked } from '../mark-checks.ts'
import css from './sheet.module.css'
import { choicesOf, daysInConflict, tickedIn } from './sheet.ts'
import { useTickWords } from './tick-words.ts'
import { daysOf } from './use-sheet-form.ts'

type Side = 'theirs' | 'mine'

export type SheetConflictProps = { form: FormState; conflict: Conflict; roster: Roster; today: string }

/** Days of the sheet that somebody else marked first: both marks side by side; the rest of the sheet waits unchanged. */
export function SheetConflict({ form, conflict, roster, today }: SheetConflictProps) {
  const { i18n } = useLingui()
  const { agency } = useSignedIn()
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const [isAsked, setAsked] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => top.current?.focus(), [])

  const read = readForm(form.fields, form.typed, agency.timeZone)
  const mine = read.ok ? read.values : {}
  const found = daysInConflict(daysOf(roster, today), conflict.current)
  const open = found.filter(({ contractDayId }) => chosen[contractDayId] === undefined)
  const save = (): void => {
    if (open.length > 0) setAsked(true)
    else form.resolve(choicesOf(Object.entries(chosen).map(([dayId, side]) => ({ dayId, side }))))
  }
  return (
    <div ref={top} tabIndex={-1} className={css.about}>
      <Alert type="warning">
        <AlertHeading level="h2">
          <Trans>
            {conflict.changedBy} marked this at <TimeOf at={conflict.changedAt} />
          </Trans>
        </AlertHeading>
        <AlertText>
          <Trans>
            Nothing of the sheet is saved yet, and nothing of yours is lost. Choose for each day, then save.
          </Trans>
        </AlertText>
      </Alert>
      {found.map(({ contractDayId, day }) => (
        <ChooseDay
          key={contractDayId}
          title={`${nameOf(roster, contractDayId)}, ${dayInWords(day, i18n.locale)}`}
          by={conflict.changedBy}
          theirs={tickedIn(conflict.current, contractDayId)}
          mine={tickedIn(mine, contractDayId)}
          chosen={chosen[contractDayId]}
          isMissing={isAsked && chosen[contractDayId] === undefined}
          onChoose={(side) => setChosen({ ...chosen, [contractDayId]: side })}
        />
      ))}
      <div className={css.tools}>
        <Button type="button" onClick={save}>
          <Trans>Enter sheet with these choices</Trans>
        </Button>
      </div>
      <LeaveGuard form={form} />
    </div>
  )
}

const nameOf = ({ people }: Roster, dayId: string): string =>
  people.find(({ days }) => days.some(({ contractDayId }) => contractDayId === dayId))?.name ?? ''

type ChooseDayProps = {
  title: string
  by: string
  theirs: Ticked
  mine: Ticked
  chosen: Side | undefined
  isMissing: boolean
  onChoose: (side: Side) => void
}

function ChooseDay({ title, by, theirs, mine, chosen, isMissing, onChoose }: ChooseDayProps) {
  const { t } = useLingui()
  const id = useId()
  const words = useTickWords()
  const sides = [
    { side: 'theirs', name: t`Now, by ${by}`, tick: theirs },
    { side: 'mine', name: t`Yours`, tick: mine },
  ] as const
  return (
    <fieldset className="usa-fieldset">
      <legend className="usa-legend">{title}</legend>
      {isMissing && (
        <span className="usa-error-message" role="alert">
          <Trans>Both of you marked this day. Choose one.</Trans>
        </span>
      )}
      <div className={css.sides}>
        {sides.map(({ side, name, tick }) => (
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
              {words(tick)}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
