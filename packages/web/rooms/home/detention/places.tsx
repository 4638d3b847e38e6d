import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import {
  type DetentionPage,
  detentionKey,
  type Place,
  placeNames,
  type TermsPage,
} from '../parts/detention-words.ts'
import { EndForm } from '../parts/end-form.tsx'
import { ApprovePlace, CorrectPlace } from '../parts/place-form.tsx'
import css from './detention.module.css'

type PlacesProps = { id: string; page: DetentionPage; terms: TermsPage }

/** The places an officer has approved: the home, and where absences may lead (EMP-0.1). */
export function Places({ id, page, terms }: PlacesProps) {
  const { t } = useLingui()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const holding = terms.places.filter(({ endedAt }) => endedAt === null)
  const ended = terms.places.filter(({ endedAt }) => endedAt !== null)
  const canChange = may('home.write') && page.canChange
  return (
    <section aria-labelledby="places" className={css.part}>
      <h2 id="places">
        <Trans>Approved places</Trans>
      </h2>
      {holding.length === 0 && <p className={css.soft}>{t`None yet. Enter the home first.`}</p>}
      <ul>
        {holding.map((place) => (
          <Line key={place.id} place={place} canChange={canChange} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary>{t`${ended.length} no longer approved`}</summary>
          <ul>
            {ended.map((place) => (
              <Line key={place.id} place={place} canChange={false} />
            ))}
          </ul>
        </details>
      )}
      {canChange && (
        <p>
          <Button type="button" outline onClick={() => setAdding(true)}>
            <Trans>Approve a place</Trans>
          </Button>
        </p>
      )}
      {adding && (
        <Dialog title={t`Approve a place`} onClose={() => setAdding(false)}>
          <ApprovePlace id={id} onDone={() => setAdding(false)} />
        </Dialog>
      )}
    </section>
  )
}

/** To a yard: more than that nobody knows of a place. */
const degreesOf = ({ lat, lon }: Place): string => `${lat?.toFixed(5)}, ${lon?.toFixed(5)}`

function Line({ place, canChange }: { place: Place; canChange: boolean }) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const [open, setOpen] = useState<'correct' | 'end'>()
  const close = () => setOpen(undefined)
  return (
    <li className={css.row}>
      <p>
        <strong>{place.name}</strong> <span className={css.soft}>{i18n._(placeNames[place.kind])}</span>
      </p>
      <p>{place.address}</p>
      <p className={css.soft}>
        {place.lat === null ? <Trans>Not on the map yet.</Trans> : degreesOf(place)} {place.note}{' '}
        <Moment at={place.approvedAt} /> · {place.approvedBy}
      </p>
      {place.endedAt && (
        <p className={css.soft}>
          <Trans>Ended</Trans> <Moment at={place.endedAt} />: {place.endedBecause}
        </p>
      )}
      {canChange && (
        <p className={css.acts}>
          <Button
            type="button"
            unstyled
            onClick={() => setOpen('correct')}
            aria-label={t`Correct ${place.name}`}
          >
            <Trans>Correct</Trans>
          </Button>
          {place.kind !== 'home' && (
            <Button type="button" unstyled onClick={() => setOpen('end')} aria-label={t`End ${place.name}`}>
              <Trans>End</Trans>
            </Button>
          )}
        </p>
      )}
      {open === 'correct' && (
        <Dialog title={t`Correct ${place.name}`} onClose={close}>
          <CorrectPlace place={place} onDone={close} />
        </Dialog>
      )}
      {open === 'end' && (
        <EndForm
          title={t`End the approval of ${place.name}?`}
          action={t`End approval`}
          name="end-place"
          about={place.id}
          submit={(reason, attempt) =>
            api.POST('/api/home/places/{id}/end', {
              params: { path: { id: place.id } },
              body: { reason },
              ...attempt,
            })
          }
          onDone={() => void client.invalidateQueries({ queryKey: detentionKey.all })}
          onClose={close}
        />
      )}
    </li>
  )
}
