import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Day } from '../../../parts/day/day.tsx'
import { timeOfDay } from '../../../parts/day/format.ts'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { EndForm } from '../parts/end-form.tsx'
import css from '../parts/home.module.css'
import { type HoursPage, homeKey } from '../parts/words.ts'
import { AddDay } from './add-day.tsx'

type Dated = HoursPage['dated'][number]

/** Days on which a zone has other hours than the week gives it, or none. */
export function DatedHours({ page, mayChange }: { page: HoursPage; mayChange: boolean }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Dated>()
  const renew = () => client.invalidateQueries({ queryKey: homeKey.hours(page.enrolmentId) })
  return (
    <section className={css.part} aria-labelledby="dated">
      <h2 id="dated">
        <Trans>Days that differ</Trans>
      </h2>
      <p className={css.soft}>
        <Trans>
          A day replaces the hours of that day alone: on all other days the zone is in force as it stands
          above.
        </Trans>
      </p>
      {page.dated.length === 0 ? (
        <p>{t`None from today on.`}</p>
      ) : (
        <ul>
          {page.dated.map((one) => (
            <Line key={one.id} dated={one} onEnd={mayChange ? () => setEnding(one) : undefined} />
          ))}
        </ul>
      )}
      {mayChange && (
        <Button type="button" outline onClick={() => setAdding(true)}>
          <Trans>Add a day</Trans>
        </Button>
      )}
      {adding && (
        <Dialog title={t`A day that differs from the week`} onClose={() => setAdding(false)}>
          <AddDay
            page={page}
            onDone={async () => {
              setAdding(false)
              await renew()
            }}
          />
        </Dialog>
      )}
      {ending && (
        <EndForm
          title={t`Let ${ending.zoneName} follow the week again?`}
          action={t`Take back day`}
          name="end-dated-hours"
          about={ending.id}
          submit={(because, attempt) =>
            api.POST('/api/home/dated-hours/{id}/end', {
              params: { path: { id: ending.id } },
              body: { because },
              ...attempt,
            })
          }
          onDone={async () => {
            setEnding(undefined)
            await renew()
          }}
          onClose={() => setEnding(undefined)}
        />
      )}
    </section>
  )
}

function Line({ dated, onEnd }: { dated: Dated; onEnd: (() => void) | undefined }) {
  const { t, i18n } = useLingui()
  const { from, to, zoneName } = dated
  const times =
    from !== null && to !== null
      ? [from, to].map((one) => timeOfDay(one === '24:00' ? '00:00' : one, i18n.locale))
      : null
  const [begins = '', ends = ''] = times ?? []
  return (
    <li>
      <Day day={dated.onDay} />, {zoneName}: {times ? t`${begins} to ${ends}` : t`no hours.`} {dated.why}{' '}
      <span className={css.soft}>{dated.by}</span>{' '}
      {onEnd && (
        <Button type="button" unstyled onClick={onEnd} aria-label={t`Take back ${dated.onDay}, ${zoneName}`}>
          <Trans>Take back</Trans>
        </Button>
      )}
    </li>
  )
}
