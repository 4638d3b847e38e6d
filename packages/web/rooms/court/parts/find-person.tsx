import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { type KeyboardEvent, useDeferredValue, useRef, useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Day } from '../../../parts/day/day.tsx'
import type { FormState } from '../../../parts/form/index.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { listName } from '../../people/parts/names.ts'
import css from './who.module.css'

/** How many are shown while one types: more than fit at a glance help nobody. */
const shown = 8

/** Finds somebody on record as one types. Down and up move through who was found, Enter takes one. */
export function FindPerson({ form }: { form: FormState }) {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const list = useRef<HTMLUListElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const query = useQuery({
    queryKey: ['desk', 'search', q, shown],
    enabled: q.length > 1,
    queryFn: () => answer(api.GET('/api/desk/search', { params: { query: { q, limit: shown } } })),
    placeholderData: keepPreviousData,
  })
  const people = q.length > 1 ? (query.data?.people ?? []) : []
  const id = `${form.id}-whose`

  const move = (event: KeyboardEvent): void => {
    const stops = [input.current, ...(list.current?.querySelectorAll('button') ?? [])]
    const at = stops.indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || at === -1) return
    event.preventDefault()
    stops[at + step]?.focus()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move between the field and the buttons in it.
    <div className={css.find} onKeyDown={move}>
      <label className="usa-label" htmlFor={id}>
        <Trans>Find the person</Trans>
        <span className="usa-hint">
          <Trans>Part of a name, also by sound; docket, booking or phone number.</Trans>
        </span>
      </label>
      <input
        ref={input}
        id={id}
        type="search"
        autoComplete="off"
        className="usa-input"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        // Enter here must not send the whole form half typed.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <p role="status" className={css.soft}>
        {q.length > 1 && query.data && (
          <Plural value={people.length} _0="Nobody on record is found so" one="# found" other="# found" />
        )}
      </p>
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      <ul ref={list} className={css.found}>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className={css.person} onClick={() => form.put('whose', person.id)}>
              <span className={css.name}>{listName(person)}</span>
              <span className={css.soft}>
                {person.birthDate ? (
                  <Day day={person.birthDate} of="record" />
                ) : (
                  <Trans>birth date not on record</Trans>
                )}
                {person.city !== '' && <> · {person.city}</>}
                {person.aliases.length > 0 && <> · {t`also ${person.aliases.join('; ')}`}</>}
                {person.dockets.length > 0 && <> · {t`docket ${person.dockets.join(', ')}`}</>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Button type="button" outline onClick={() => form.put('whose', 'new')}>
          <Trans>Open a new person</Trans>
        </Button>
      </div>
    </div>
  )
}
