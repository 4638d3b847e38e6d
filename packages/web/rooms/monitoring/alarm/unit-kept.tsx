import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Moment } from '../../../parts/day/day.tsx'
import css from './alarm.module.css'
import type { AlarmPage } from './words.ts'

type Kept = NonNullable<AlarmPage['unitKept']>

const unitStates: Readonly<Record<string, MessageDescriptor>> = {
  'in-stock': msg`In stock`,
  fitted: msg`Fitted since to somebody`,
  'in-repair': msg`In repair`,
  lost: msg`Lost`,
  retired: msg`Retired`,
}

/** A unit that nobody wears: how it stands in the inventory, what is noted of it, who wore it last and until when. */
export function UnitKept({ kept: { state, model, note, lastFitting } }: { kept: Kept }) {
  const { i18n } = useLingui()
  const word = unitStates[state]
  return (
    <div>
      <p>
        <strong>{word ? i18n._(word) : state}</strong> <span className={css.soft}>{model}</span>
      </p>
      {note !== '' && <p>{note}</p>}
      {lastFitting === null ? (
        <p>
          <Trans>Nobody has worn it yet.</Trans>
        </p>
      ) : (
        <p>
          <LastFitting fitting={lastFitting} /> {lastFitting.removalNote}
        </p>
      )}
    </div>
  )
}

function LastFitting({
  fitting: { person, fittedAt, removedAt },
}: {
  fitting: NonNullable<Kept['lastFitting']>
}) {
  if (removedAt === null)
    return (
      <Trans>
        {person.name} has worn it since <Moment at={fittedAt} />
      </Trans>
    )
  return (
    <Trans>
      {person.name} wore it last, from <Moment at={fittedAt} /> until <Moment at={removedAt} />
    </Trans>
  )
}
