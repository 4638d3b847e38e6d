import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { Filters } from '../../../parts/list/filters.tsx'
import type { Filter, ListSearch } from '../../../parts/list/listing.ts'
import { CountyMap } from '../../../parts/map/county-map.tsx'
import { Page } from '../../../parts/page/page.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { AskPurpose } from '../parts/ask-purpose.tsx'
import { FileButton } from '../parts/file-button.tsx'
import { LookingBar } from '../parts/looking-bar.tsx'
import { lookingOf, type Sitting, useSitting } from '../parts/sitting.ts'
import { stateWords } from '../parts/state-words.tsx'
import { Legend } from './legend.tsx'
import css from './map.module.css'
import { MomentSlider } from './moment-slider.tsx'
import { byGravity, counted, type MapAnswer, type MapPerson, marksOf, passing, peopleOf } from './people.ts'
import { PeopleTable } from './people-table.tsx'
import { PersonPanel } from './person-panel.tsx'
import { useMap } from './use-map.ts'

const route = getRouteApi('/staff/map')

/** Everybody who wears a unit, on a map and in a table beside it, now or at a moment of the last day. */
export function LiveMap() {
  const { t } = useLingui()
  const sitting = useSitting()
  return (
    <Page title={t`Live map`}>
      {sitting ? <Looked sitting={sitting} /> : <AskPurpose action={t`Show the map`} />}
    </Page>
  )
}

function Looked({ sitting }: { sitting: Sitting }) {
  const { t } = useLingui()
  const [at, setAt] = useState<string | null>(null)
  const { data, error, isPlaceholderData, refetch } = useMap(sitting, at)
  return (
    <>
      <LookingBar sitting={sitting}>
        {at === null && data && (
          <p role="status" className={css.asOf}>
            <Trans>
              As of <Moment at={data.asOf} />
            </Trans>
          </p>
        )}
      </LookingBar>
      <MomentSlider at={at} onMove={setAt} />
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <p aria-busy="true">{t`Asking where everybody is…`}</p>}
      {data && (
        <div className={isPlaceholderData ? css.waiting : undefined} aria-busy={isPlaceholderData}>
          <People answer={data} sitting={sitting} isLive={at === null} />
        </div>
      )}
    </>
  )
}

function People({ answer, sitting, isLive }: { answer: MapAnswer; sitting: Sitting; isLive: boolean }) {
  const { i18n, t } = useLingui()
  const search = route.useSearch()
  const navigate = useNavigate()
  const [picked, setPicked] = useState<string | null>(null)
  const change = (next: ListSearch): void => {
    void navigate({ to: '/map', search: next, replace: true, resetScroll: false })
  }
  const { q, pack, state } = search
  const everybody = useMemo(() => byGravity(peopleOf(answer)), [answer])
  const counts = useMemo(
    () => counted(passing(everybody, { ...(q ? { q } : {}), ...(pack ? { pack } : {}) })),
    [everybody, q, pack],
  )
  const shown = useMemo(
    () => passing(everybody, { ...(q ? { q } : {}), ...(pack ? { pack } : {}), ...(state ? { state } : {}) }),
    [everybody, q, pack, state],
  )
  const marks = useMemo(() => marksOf(shown, (one) => i18n._(stateWords[one].word)), [shown, i18n])
  const filters: Filter<MapPerson>[] = [
    { key: 'q', label: t`Name`, as: 'text' },
    {
      key: 'pack',
      label: t`Program`,
      as: 'choice',
      options: answer.packs.map((value) => ({ value, label: value })),
    },
  ]
  const person = everybody.find(({ id }) => id === picked)
  const without = shown.length - marks.length
  const asOf = Temporal.Instant.from(answer.asOf).epochMilliseconds
  if (everybody.length === 0)
    return (
      <Empty title={isLive ? t`Nobody wears a unit` : t`Nobody wore a unit then`}>
        <Trans>Somebody comes onto the map when a unit is put on.</Trans>
      </Empty>
    )
  return (
    <div className={css.page}>
      <div className={css.tools}>
        <Filters filters={filters} search={search} onChange={change} />
        {isLive && (
          <FileButton
            name="map.csv"
            ask={() =>
              api.POST('/api/monitoring/map/file', {
                body: {
                  looking: lookingOf(sitting),
                  name: q ?? '',
                  pack: pack ?? '',
                  state: shown.length > 0 && state ? shown[0]!.state : null,
                },
                parseAs: 'blob',
              })
            }
          />
        )}
      </div>
      <Legend counts={counts} chosen={state} onChoose={(next) => change({ ...search, state: next })} />
      <div className={css.beside}>
        <CountyMap
          label={t`Where everybody is; the table beside it says the same`}
          size="full"
          clusters
          marks={marks}
          picked={picked}
          onPick={setPicked}
          fit={`${q ?? ''}|${pack ?? ''}|${state ?? ''}`}
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
            <Count shown={shown.length} without={without} />
          </p>
          <PeopleTable people={shown} asOf={asOf} picked={picked} onPick={setPicked} />
        </div>
      </div>
    </div>
  )
}

function Count({ shown, without }: { shown: number; without: number }) {
  const { i18n } = useLingui()
  const number = (value: number): string => new Intl.NumberFormat(i18n.locale).format(value)
  return without === 0 ? (
    <Trans>{number(shown)} people</Trans>
  ) : (
    <Trans>
      {number(shown)} people, {number(without)} of them without a known place: in the table only
    </Trans>
  )
}
