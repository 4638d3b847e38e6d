import { useLingui } from '@lingui/react/macro'
import { useEffect, useId, useState } from 'react'
import { officeToday } from '../../api/office-clock.ts'
import { useSignedIn } from '../../app/session-hooks.ts'
import { realDay } from '../day/real-day.ts'
import { readDay, writeDay } from '../form/read/day.ts'
import { useFieldWords } from '../form/words.ts'
import { useLabel } from '../words/words.ts'
import css from './filters.module.css'
import type { Filter, ListSearch } from './listing.ts'

export type FiltersProps<Row> = {
  filters: readonly Filter<Row>[]
  search: ListSearch
  onChange: (search: ListSearch) => void
}

/** The filters over a list. Each change goes to the address bar, so that it can be sent to a colleague. */
export function Filters<Row>({ filters, search, onChange }: FiltersProps<Row>) {
  const put = (key: string, value: string): void => {
    const { [key]: _, ...others } = search
    onChange(value === '' ? others : { ...others, [key]: value })
  }
  return (
    <search className={`${css.filters} not-printed`}>
      {filters.map((filter) => (
        <One
          key={filter.key}
          filter={filter}
          value={search[filter.key] ?? ''}
          onChange={(value) => put(filter.key, value)}
        />
      ))}
    </search>
  )
}

type OneProps<Row> = { filter: Filter<Row>; value: string; onChange: (value: string) => void }

function One<Row>({ filter, value, onChange }: OneProps<Row>) {
  const id = useId()
  const label = useLabel()
  return (
    <div className={css.filter}>
      <label htmlFor={id}>{label(filter.label)}</label>
      {filter.as === 'choice' && <Choice id={id} filter={filter} value={value} onChange={onChange} />}
      {filter.as === 'text' && <Text id={id} value={value} onChange={onChange} />}
      {filter.as === 'day' && <Day id={id} value={value} onChange={onChange} />}
    </div>
  )
}

type InputProps = { id: string; value: string; onChange: (value: string) => void }

/** How long to wait for the next letter before the list is filtered. */
const pause = 250

/** What is typed, until the address has it; follows the address when that is changed elsewhere. */
function useTyped(value: string): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return [typed, setTyped]
}

function Text({ id, value, onChange }: InputProps) {
  const [typed, setTyped] = useTyped(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the wait.
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onChange(typed.trim()), pause)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <input
      id={id}
      type="search"
      className="usa-input"
      autoComplete="off"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

function Day({ id, value, onChange }: InputProps) {
  const { t } = useLingui()
  const words = useFieldWords()
  const { agency } = useSignedIn()
  const [typed, setTyped] = useTyped(realDay(value) ? writeDay(value) : '')
  const [wrong, setWrong] = useState('')
  const take = (): void => {
    if (typed.trim() === '') {
      setWrong('')
      onChange('')
      return
    }
    const read = readDay(typed, { today: officeToday(agency.timeZone) })
    setWrong('day' in read ? '' : words(read))
    if ('day' in read) onChange(read.day)
  }
  return (
    <>
      <input
        id={id}
        type="text"
        className={`usa-input ${css.day}`}
        autoComplete="off"
        placeholder={t`MM/DD/YYYY`}
        aria-invalid={wrong !== '' || undefined}
        aria-describedby={wrong === '' ? undefined : `${id}-wrong`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
      {wrong !== '' && (
        <span id={`${id}-wrong`} className="usa-error-message">
          {wrong}
        </span>
      )}
    </>
  )
}

type ChoiceProps<Row> = InputProps & { filter: Extract<Filter<Row>, { as: 'choice' }> }

function Choice<Row>({ id, filter, value, onChange }: ChoiceProps<Row>) {
  const { t } = useLingui()
  const label = useLabel()
  return (
    <select id={id} className="usa-select" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{filter.unchosen ? label(filter.unchosen) : t`All`}</option>
      {filter.options.map((option) => (
        <option key={option.value} value={option.value}>
          {label(option.label)}
        </option>
      ))}
    </select>
  )
}
