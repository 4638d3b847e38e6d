import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { type KeyboardEvent, useDeferredValue, useId, useRef, useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import css from './help.module.css'

/** Whom a request is about, as the form keeps it: the name too, so that it stands when the form is opened again. */
export type Whom = { id: string; name: string }

const asTyped = ({ id, name }: Whom): string => JSON.stringify({ id, name })

/** The person that a field of the form holds; null where it holds none. */
export function whomIn(typed: unknown): Whom | null {
  if (typeof typed !== 'string' || typed === '') return null
  return JSON.parse(typed) as Whom
}

type AboutWhomProps = { typed: unknown; onPut: (typed: string) => void }

/** Whom the request is about, if it is about one: somebody who wears a unit, found as one types. */
export function AboutWhom({ typed, onPut }: AboutWhomProps) {
  const { t } = useLingui()
  const chosen = whomIn(typed)
  if (!chosen) return <Find onFound={(person) => onPut(asTyped(person))} />
  return (
    <div>
      <p className="usa-label">
        <Trans>Whom it is about</Trans>
      </p>
      <p>
        <strong>{chosen.name}</strong>{' '}
        <Button type="button" unstyled onClick={() => onPut('')} aria-label={t`Not about ${chosen.name}`}>
          <Trans>Somebody else</Trans>
        </Button>
      </p>
    </div>
  )
}

function Find({ onFound }: { onFound: (person: Whom) => void }) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const place = useRef<HTMLDivElement>(null)
  const query = useQuery({
    queryKey: ['monitoring', 'help-people', q],
    enabled: q.length > 1,
    queryFn: () => answer(api.GET('/api/monitoring/help/people', { params: { query: { q } } })),
    placeholderData: keepPreviousData,
  })
  const people = q.length > 1 ? (query.data?.people ?? []) : []
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || !place.current) return
    event.preventDefault()
    const stops = [...place.current.querySelectorAll<HTMLElement>('input, button')]
    stops[stops.indexOf(document.activeElement as HTMLElement) + step]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows only move between the field and the buttons in it.
    <div ref={place} onKeyDown={move}>
      <label className="usa-label" htmlFor={id}>
        <Trans>Whom it is about</Trans>
        <span className="usa-hint">
          <Trans>Part of a name or of a unit’s serial number. Empty: about nobody who wears a unit.</Trans>
        </span>
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        className="usa-input"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        // Enter takes who is found first; it must not send the form half typed.
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (people[0] && q === typed.trim()) onFound(people[0])
        }}
      />
      <p role="status" className={css.soft}>
        {q.length > 1 && query.data && (
          <Plural
            value={people.length}
            _0="Nobody who wears a unit is found so"
            one="# found"
            other="# found"
          />
        )}
      </p>
      {query.isError && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className={css.person} onClick={() => onFound(person)}>
              <strong>{person.name}</strong>{' '}
              <span className={css.soft}>
                {person.number} · {person.serials.join(', ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
