import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { dayAt } from '../../../parts/day/format.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { phoneWords } from '../../../parts/words/phone-words.ts'
import { useLabel } from '../../../parts/words/words.ts'
import { kindWords } from '../parts/kind-words.ts'
import { lookingOf, type Sitting } from '../parts/sitting.ts'
import { StateSaid } from '../parts/state-words.tsx'
import css from './map.module.css'
import type { MapPerson } from './people.ts'

type PersonPanelProps = { person: MapPerson; asOf: string; sitting: Sitting; onClose: () => void }

/** Who is picked: what the map says already, and behind one more look what the units say and whom to call. */
export function PersonPanel({ person, asOf, sitting, onClose }: PersonPanelProps) {
  const { t } = useLingui()
  const may = useMay()
  const { agency } = useSignedIn()
  const [opened, setOpened] = useState(false)
  return (
    <section className={css.panel} aria-label={t`Picked person`}>
      <header className={css.panelHead}>
        <h2>{person.name}</h2>
        <Button type="button" unstyled onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </header>
      <p>
        <StateSaid state={person.state} />
        {person.accuracy !== null && (
          <>
            {' · '}
            <Trans>place known to {person.accuracy} m</Trans>
          </>
        )}
        {person.later && (
          <>
            {' · '}
            <Trans>The position came in later; nobody knew it at that moment.</Trans>
          </>
        )}
      </p>
      <p className={css.ways}>
        <Link to="/people/$id/day/$date" params={{ id: person.id, date: dayAt(asOf, agency.timeZone) }}>
          <Trans>The day’s track</Trans>
        </Link>
        {may('person.read') && (
          <Link to="/people/$id" params={{ id: person.id }}>
            <Trans>The person’s record</Trans>
          </Link>
        )}
        {may('look.read') && (
          <Link to="/looks" search={{ person: person.id }}>
            <Trans>Who looked</Trans>
          </Link>
        )}
      </p>
      {opened ? (
        <Opened personId={person.id} sitting={sitting} />
      ) : (
        <Button type="button" outline onClick={() => setOpened(true)}>
          <Trans>Open units and phone numbers</Trans>
        </Button>
      )}
    </section>
  )
}

function Opened({ personId, sitting }: { personId: string; sitting: Sitting }) {
  const { t } = useLingui()
  const label = useLabel()
  const query = useQuery({
    queryKey: ['monitoring', 'position', sitting.sitting, personId],
    queryFn: () =>
      answer(
        api.POST('/api/monitoring/people/{personId}/position', {
          params: { path: { personId } },
          body: { looking: lookingOf(sitting) },
        }),
      ),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (query.error) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <p aria-busy="true">{t`Opening…`}</p>
  const { alarms, phones, units } = query.data
  return (
    <dl className={css.facts}>
      <dt>{t`Telephone`}</dt>
      <dd>{phones.map(({ number }) => phoneWords(number)).join(', ') || t`none on record`}</dd>
      <dt>{t`Open alarms`}</dt>
      <dd>
        {alarms.length === 0 && t`none`}
        {alarms.map((alarm) => (
          <div key={alarm.id}>
            {alarm.number}: {label(kindWords[alarm.kind] ?? alarm.kind)}, <Moment at={alarm.happenedAt} />
          </div>
        ))}
      </dd>
      {units.map((unit) => (
        <Unit key={unit.id} unit={unit} />
      ))}
    </dl>
  )
}

type UnitShown = {
  serial: string
  model: string
  contactAt: string | null
  battery: number | null
  charging: boolean | null
  clockOffsetMs: number | null
}

function Unit({ unit }: { unit: UnitShown }) {
  const { t } = useLingui()
  const percent = unit.battery === null ? null : Math.round(unit.battery * 100)
  return (
    <>
      <dt>{unit.serial}</dt>
      <dd>
        <div>{unit.model}</div>
        <div>
          {unit.contactAt === null ? (
            t`Never heard of`
          ) : (
            <Trans>
              Last heard <Moment at={unit.contactAt} />
            </Trans>
          )}
        </div>
        {percent !== null && (
          <div>{unit.charging ? t`Battery ${percent}%, charging` : t`Battery ${percent}%`}</div>
        )}
        {unit.clockOffsetMs !== null && Math.abs(unit.clockOffsetMs) > 5000 && (
          <Clock behindMs={unit.clockOffsetMs} />
        )}
      </dd>
    </>
  )
}

/** A clock that is off by seconds is worth a word: its times are what decisions go by. */
function Clock({ behindMs }: { behindMs: number }) {
  const { t } = useLingui()
  const seconds = Math.abs(Math.round(Temporal.Duration.from({ milliseconds: behindMs }).total('seconds')))
  return (
    <div>{behindMs > 0 ? t`Its clock is at most ${seconds} s slow` : t`Its clock is ${seconds} s fast`}</div>
  )
}
