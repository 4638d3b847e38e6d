import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useMemo, useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { holds, List, type Listing } from '../../../parts/list/index.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'
import { Page } from '../../../parts/page/page.tsx'
import { DeadSpotForm } from '../alarm/dead-spot-form.tsx'
import type { DeadSpot } from '../alarm/words.ts'
import { Refusal } from '../alarm/work.tsx'

const route = getRouteApi('/staff/dead-spots')
const key = ['monitoring', 'dead-spots']

/** Places where units lose their signal, as people found out: shown with the alarms that happen there. */
export function DeadSpots() {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [isAdding, setAdding] = useState(false)
  const renew = () => void client.invalidateQueries({ queryKey: key })
  const query = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/monitoring/dead-spots')) })
  useLiveQuery(['monitoring.dead-spot-changed'], key)
  const ending = useMutation({
    mutationFn: (id: string) =>
      answer(api.POST('/api/monitoring/dead-spots/{id}/end', { params: { path: { id } }, body: {} })),
    onSettled: renew,
  })
  const works = may('alarm.work')
  const { mutate } = ending
  const listing = useMemo(() => listingOf(works ? mutate : undefined), [works, mutate])
  return (
    <Page
      title={t`Dead spots`}
      lead={<Trans>Places where units lose their signal: shown with every alarm that happens there.</Trans>}
      actions={
        works && (
          <Button type="button" onClick={() => setAdding(true)}>
            <Trans>Add dead spot</Trans>
          </Button>
        )
      }
    >
      <Refusal error={ending.error} />
      <List
        of={listing}
        search={route.useSearch()}
        query={{ ...query, data: query.data && { rows: query.data.spots } }}
        csv="/api/monitoring/dead-spots?format=csv"
        fills={<Trans>A place comes here when somebody notes it, here or at an alarm.</Trans>}
      />
      {isAdding && (
        <Dialog title={t`Units lose their signal here`} onClose={() => setAdding(false)}>
          <DeadSpotForm
            here={null}
            alarmId={null}
            onClose={() => setAdding(false)}
            onDone={() => {
              renew()
              setAdding(false)
            }}
          />
        </Dialog>
      )}
    </Page>
  )
}

function listingOf(end: ((id: string) => void) | undefined): Listing<DeadSpot> {
  return {
    name: 'dead-spots',
    title: msg`Dead spots`,
    rowKey: (spot) => spot.id,
    order: '-added',
    filters: [
      {
        key: 'q',
        label: msg`What is known of it`,
        as: 'text',
        passes: (spot, part) => holds(spot.note, part),
      },
    ],
    columns: [
      {
        key: 'note',
        title: msg`What is known of it`,
        cell: (spot) => spot.note,
        text: (spot) => spot.note,
        sort: (spot) => spot.note,
      },
      {
        key: 'place',
        title: msg`Where`,
        cell: (spot) => `${spot.lat.toFixed(5)}, ${spot.lon.toFixed(5)}`,
        text: (spot) => `${spot.lat}, ${spot.lon}`,
      },
      {
        key: 'radius',
        title: msg`Around it, meters`,
        cell: (spot) => spot.radiusM,
        text: (spot) => String(spot.radiusM),
        sort: (spot) => spot.radiusM,
      },
      {
        key: 'added',
        title: msg`Noted`,
        cell: (spot) => (
          <>
            <Moment at={spot.addedAt} /> {spot.addedBy}
          </>
        ),
        text: (spot) => spot.addedAt,
        sort: (spot) => spot.addedAt,
      },
      ...(end
        ? [
            {
              key: 'end',
              title: msg`What can be done`,
              cell: (spot: DeadSpot) => (
                <Button type="button" unstyled onClick={() => end(spot.id)}>
                  <Trans>Take this note back</Trans>
                </Button>
              ),
              text: () => '',
            },
          ]
        : []),
    ],
  }
}
