import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import { TimeOf } from '../../../parts/day/day.tsx'
import { Empty } from '../../../parts/empty/empty.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { type DueAppointment, keys, type OfficeDay } from '../queries.ts'
import css from './appointments.module.css'
import { OutOfTurn } from './out-of-turn.tsx'

/** Who waits, in the order in which they are seen, and the button that directs the next to intake. */
export function InLounge({ day }: { day: OfficeDay }) {
  const { t } = useLingui()
  const may = useMay()
  const [outOfTurn, setOutOfTurn] = useState<DueAppointment>()
  const waiting = day.appointments.filter(({ state }) => state === 'waiting').toSorted(inTurn)
  return (
    <section aria-labelledby="in-lounge" className={`${css.part} not-printed`}>
      <h2 id="in-lounge">
        <Trans>In the lounge</Trans>
      </h2>
      {waiting.length === 0 ? (
        <Empty title={t`Nobody waits`}>
          <Trans>Who is checked in waits here until the aide directs them to intake.</Trans>
        </Empty>
      ) : (
        <ol className={css.queue}>
          {waiting.map((one, place) => (
            <li key={one.id} className={css.turnOf}>
              <span>
                <strong>
                  {place + 1}. {one.givenNames} {one.familyName}
                </strong>
                <span className={css.soft}>
                  <Trans>
                    appointment <TimeOf at={one.startsAt} />
                  </Trans>
                </span>
              </span>
              {may('appointment.write') &&
                (place === 0 ? (
                  <CallNext due={one} />
                ) : (
                  <Button type="button" unstyled onClick={() => setOutOfTurn(one)}>
                    <Trans>Call out of turn</Trans>
                  </Button>
                ))}
            </li>
          ))}
        </ol>
      )}
      <Because clause={['WAP-BOOK.1', 'WAP-BOOK.3']}>
        <Trans>interviews are generally in the order of appointment times.</Trans>
      </Because>
      {outOfTurn && <OutOfTurn due={outOfTurn} onClose={() => setOutOfTurn(undefined)} />}
    </section>
  )
}

function CallNext({ due }: { due: DueAppointment }) {
  const { t } = useLingui()
  return (
    <ActButton
      label={t`Call in ${due.givenNames} ${due.familyName}`}
      renews={[keys.days, keys.lounge]}
      send={(headers) =>
        api.POST('/api/intake/appointments/{id}/call', {
          params: { path: { id: due.id } },
          body: { version: due.version },
          headers,
        })
      }
    >
      <Trans>Call in</Trans>
    </ActButton>
  )
}

/** As the office orders them: by appointment time, then by who came first. */
const inTurn = (one: DueAppointment, other: DueAppointment): number =>
  one.startsAt.localeCompare(other.startsAt) ||
  (one.arrivedAt ?? '').localeCompare(other.arrivedAt ?? '') ||
  one.id.localeCompare(other.id)
