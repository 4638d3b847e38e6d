import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { DeadSpotForm } from './dead-spot-form.tsx'
import css from './evidence.module.css'
import { type AlarmPage, type Evidence, keys } from './words.ts'
import { Refusal } from './work.tsx'

type Place = { lat: number; lon: number }

/** What is known of this place as one where units lose their signal, and a way to note it. */
export function DeadSpots({ page, evidence }: { page: AlarmPage; evidence: Evidence }) {
  const { t } = useLingui()
  const may = useMay()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const renew = () => void client.invalidateQueries({ queryKey: keys.evidence(page.alarm.id) })
  const ending = useMutation({
    mutationFn: (id: string) =>
      answer(api.POST('/api/monitoring/dead-spots/{id}/end', { params: { path: { id } }, body: {} })),
    onSettled: renew,
  })
  const here = placeOf(evidence)
  if (evidence.deadSpots.length === 0 && (here === null || !may('alarm.work'))) return null
  return (
    <section className={css.part} aria-label={t`Dead spots`}>
      {evidence.deadSpots.map((spot) => (
        <p key={spot.id} className={css.spot}>
          <strong>
            <Trans>Dead spot, {spot.radiusM} m</Trans>
          </strong>{' '}
          {spot.note} <span className={css.soft}>{spot.addedBy}</span>{' '}
          {may('alarm.work') && (
            <Button type="button" unstyled onClick={() => ending.mutate(spot.id)}>
              <Trans>Take this note back</Trans>
            </Button>
          )}
        </p>
      ))}
      <Refusal error={ending.error} />
      {here && may('alarm.work') && (
        <Button type="button" unstyled onClick={() => setOpen(true)}>
          <Trans>Note a dead spot here</Trans>
        </Button>
      )}
      {open && here && (
        <Dialog title={t`Units lose their signal here`} onClose={() => setOpen(false)}>
          <DeadSpotForm
            alarmId={page.alarm.id}
            here={here}
            onClose={() => setOpen(false)}
            onDone={() => {
              renew()
              setOpen(false)
            }}
          />
        </Dialog>
      )}
    </section>
  )
}

/** The last fix that decided, else the last of the track, else where the unit was last. */
function placeOf({ fixes, units }: Evidence): Place | null {
  const last = fixes.findLast((fix) => fix.decided) ?? fixes.at(-1)
  if (last) return last
  const unit = units.find((one) => one.lat !== null && one.lon !== null)
  return unit ? { lat: unit.lat!, lon: unit.lon! } : null
}
