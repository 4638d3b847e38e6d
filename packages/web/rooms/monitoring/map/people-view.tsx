import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Filters } from '../../../parts/list/filters.tsx'
import type { Filter, ListSearch } from '../../../parts/list/listing.ts'
import { CountyMap } from '../../../parts/map/county-map.tsx'
import { FileButton } from '../parts/file-button.tsx'
import { lookingOf, type Sitting } from '../parts/sitting.ts'
import { stateWords } from '../parts/state-words.tsx'
import { isState } from '../parts/states.ts'
import { Legend } from './legend.tsx'
import css from './map.module.css'
import { byGravity, counted, type MapAnswer, type MapPerson, marksOf, passing, peopleOf } from './people.ts'
import { PeopleTable } from './people-table.tsx'
import { PersonPanel } from './person-panel.tsx'

const route = getRouteApi('/staff/map')

type PeopleProps = { answer: MapAnswer; sitting: Sitting; isLive: boolean }

/** The people of an answer: filters and legend, the map, and the same people in a table beside it. */
export function People({ answer, sitting, isLive }: PeopleProps) {
  const { i18n, t } = useLingui()
  const search = route.useSearch()
  const navigate = useNavigate()
  const [picked, setPicked] = useState<string | null>(null)
  const change = (next: ListSearch): void => {
    void navigate({ to: '/map', search: next as never, replace: true, resetScroll: false })
  }
  const { state, ...others } = search
  const everybody = useMemo(() => byGravity(peopleOf(answer)), [answer])
  const shown = useMemo(() => passing(everybody, search), [everybody, search])
  const marks = useMemo(() => marksOf(shown, (one) => i18n._(stateWords[one])), [shown, i18n])
  if (everybody.length === 0)
    return (
      <Empty title={isLive ? t`Nobody wears a unit` : t`Nobody wore a unit then`}>
        <Trans>Somebody comes onto the map when a unit is put on.</Trans>
      </Empty>
    )
  const person = everybody.find(({ id }) => id === picked)
  return (
    <div className={css.page}>
      <div className={css.tools}>
        <Filters
          filters={filtersOf(answer, t`Name`, t`Program`, t`Deputy`)}
          search={search}
          onChange={change}
        />
        {isLive && <TakeFile search={search} sitting={sitting} />}
      </div>
      <Legend
        counts={counted(passing(everybody, others))}
        chosen={state}
        onChoose={(next) => change(next ? { ...others, state: next } : others)}
      />
      <div className={css.beside}>
        <CountyMap
          label={t`Where everybody is; the table beside it says the same`}
          size="full"
          clusters
          marks={marks}
          picked={picked}
          onPick={setPicked}
          fit={JSON.stringify(search)}
        />
        <div className={css.side}>
          {person && (
            <PersonPanel
              key={person.id}
              person={person}
              asOf={answer.asOf}
              sitting={sitting}
              onClose={() => setPicked(null)}
            />
          )}
          <p role="status" className={css.count}>
            <Count shown={shown.length} without={shown.length - marks.length} />
          </p>
          <PeopleTable
            people={shown}
            asOf={Temporal.Instant.from(answer.asOf).epochMilliseconds}
            picked={picked}
            onPick={setPicked}
          />
        </div>
      </div>
    </div>
  )
}

function filtersOf(answer: MapAnswer, name: string, program: string, deputy: string): Filter<MapPerson>[] {
  const officers = answer.officers.filter(Boolean).toSorted((a, b) => a.localeCompare(b))
  return [
    { key: 'q', label: name, as: 'text' },
    {
      key: 'pack',
      label: program,
      as: 'choice',
      options: answer.packs.map((value, i) => ({ value, label: answer.programs[i] ?? value })),
    },
    {
      key: 'officer',
      label: deputy,
      as: 'choice',
      options: officers.map((officer) => ({ value: officer, label: officer })),
    },
  ]
}

function TakeFile({ search, sitting }: { search: ReturnType<typeof route.useSearch>; sitting: Sitting }) {
  const { q = '', pack = '', officer = '', state } = search
  return (
    <FileButton
      name="map.csv"
      ask={() =>
        api.POST('/api/monitoring/map/file', {
          body: { looking: lookingOf(sitting), name: q, pack, officer, state: isState(state) ? state : null },
          parseAs: 'blob',
        })
      }
    />
  )
}

function Count({ shown, without }: { shown: number; without: number }) {
  const people = <Plural value={shown} one="# person" other="# people" />
  if (without === 0) return people
  return (
    <Trans>
      {people}, {without} of them without a known place: in the table only
    </Trans>
  )
}
