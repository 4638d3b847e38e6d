import { Trans, useLingui } from '@lingui/react/macro'
import { api } from '../../../api/client.ts'
import { EndForm } from '../parts/end-form.tsx'
import { TriedPart } from '../parts/tried.tsx'
import { useTrial } from '../parts/use-trial.ts'
import type { Zone, ZonesPage } from '../parts/words.ts'

type EndZoneProps = { page: ZonesPage; zone: Zone; onDone: () => void; onClose: () => void }

/** Takes a zone off a person: what goes with it is said before, and what that would have changed can be tried. */
export function EndZone({ page, zone, onDone, onClose }: EndZoneProps) {
  const { t } = useLingui()
  const trial = useTrial(page.enrolmentId, { kind: 'zone-end', zoneId: zone.id })
  const woken = wokenBy(zone, page.zones)
    .map(({ name }) => name)
    .join(', ')
  return (
    <EndForm
      title={t`Take ${zone.name} off this person?`}
      action={t`Take zone off`}
      name="end-zone"
      about={zone.id}
      submit={(because, attempt) =>
        api.POST('/api/home/zones/{id}/end', {
          params: { path: { id: zone.id } },
          body: { version: zone.version, because },
          ...attempt,
        })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <p>
        <Trans>
          Its hours go off the schedule in the same act, as a new version: those of the week, and days that
          differ.
        </Trans>
      </p>
      {woken !== '' && (
        <p>
          <Trans>
            The schedule then names no zone to be in any more. These bind at all hours from then on: {woken}.
          </Trans>
        </p>
      )}
      <TriedPart trial={trial} canTry />
    </EndForm>
  )
}

/** Zones that are never in force only because the schedule names this one. */
const wokenBy = (zone: Zone, zones: readonly Zone[]): readonly Zone[] => {
  const inside = zones.filter(({ id, rule }) => rule === 'inclusion' && id !== zone.id)
  return inside.some(({ standing }) => standing === 'scheduled')
    ? []
    : inside.filter(({ standing }) => standing === 'never')
}
