import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useRef, useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { useKeys } from '../../../parts/keys/keys.tsx'
import { CountyMap } from '../../../parts/map/county-map.tsx'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { DeadSpots } from './dead-spots.tsx'
import css from './evidence.module.css'
import { useMapContent } from './evidence-map.ts'
import { Findings, Fixes, Units } from './evidence-tables.tsx'
import { Usual } from './usual.tsx'
import { type AlarmPage, type Evidence, keys } from './words.ts'

/**
 * Where somebody was and is: shown to who has taken the alarm on, and to others when they ask for it. Moving through
 * the queue looks at nobody. Each look is recorded with the alarm as its purpose.
 */
export function EvidencePart({ page }: { page: AlarmPage }) {
  const { t } = useLingui()
  const may = useMay()
  const { account } = useSignedIn()
  const [isAsked, setAsked] = useState(false)
  const { alarm } = page
  const isMine = alarm.acknowledgedBy === account.displayName && alarm.closedAt === null
  const isShown = isAsked || isMine
  const part = useRef<HTMLElement>(null)
  const has = may('location.read') && (alarm.person !== null || alarm.unit !== null)
  const goThere = (): void => {
    if (isShown) part.current?.focus()
    else setAsked(true)
  }
  useKeys(
    has ? [{ key: 'e', does: isShown ? t`Go to the evidence` : t`Open the evidence`, press: goThere }] : [],
  )
  if (!has) return null
  if (isShown)
    return (
      <section ref={part} className={css.evidence} tabIndex={-1} aria-label={t`Evidence`}>
        <Opened page={page} />
      </section>
    )
  return (
    <section className={css.closed} aria-label={t`Evidence`}>
      <p>
        <Trans>
          The evidence shows where this person was and is. Opening it is recorded with your name and this
          alarm.
        </Trans>
      </p>
      <Button type="button" onClick={() => setAsked(true)}>
        <Trans>Open evidence</Trans> <kbd className={css.key}>e</kbd>
      </Button>
    </section>
  )
}

function Opened({ page }: { page: AlarmPage }) {
  const { t } = useLingui()
  const { id } = page.alarm
  const query = useQuery({
    queryKey: keys.evidence(id),
    queryFn: () =>
      // The client's types make a list of any length of a pair of degrees; the document says a pair.
      answer(
        api.POST('/api/monitoring/alarms/{id}/evidence', { params: { path: { id } }, body: {} }),
      ) as Promise<Evidence>,
    // Asked for again when something happens to the alarm, and at nothing else: each look is an act.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const content = useMapContent(query.data)
  if (query.isError) return <Trouble error={query.error} onRetry={() => void query.refetch()} />
  if (query.isPending) return <p aria-busy="true">{t`Reading the evidence…`}</p>
  const evidence = query.data
  return (
    <>
      {content.hasPlace ? (
        <CountyMap label={t`Where it happened`} fit={id} size="usual" {...content.drawn} />
      ) : (
        <p className={css.soft}>
          <Trans>No position is on record around this alarm.</Trans>
        </p>
      )}
      <Zones zones={evidence.zones} />
      <Units units={evidence.units} />
      <Usual usual={evidence.usual} />
      <DeadSpots page={page} evidence={evidence} />
      <Findings evidence={evidence} />
      <Fixes evidence={evidence} />
    </>
  )
}

/** The zones on the map, in words, each in the drawing that was in force. */
function Zones({ zones }: { zones: ReturnType<typeof useMapContent>['zones'] }) {
  if (zones.length === 0) return null
  return (
    <ul className={css.zones}>
      {zones.map((zone) => (
        <li key={`${zone.id} ${zone.version}`}>
          <strong>{zone.name}</strong>{' '}
          {zone.rule === 'inclusion' ? <Trans>to be in</Trans> : <Trans>to stay out of</Trans>}
          {', '}
          <Trans>drawing {zone.version}, in force when it happened</Trans>
        </li>
      ))}
    </ul>
  )
}
