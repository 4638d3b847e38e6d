import { Plural, Trans } from '@lingui/react/macro'
import css from './evidence.module.css'
import type { Evidence } from './words.ts'

/** What is normal for this place and hour: counts, and nothing drawn from them. */
export function Usual({ usual }: { usual: Evidence['usual'] }) {
  const {
    days,
    hours,
    meters,
    daysHeard,
    daysHere,
    ofThisKind,
    ofThisKindFalse,
    atThisPlace,
    atThisPlaceFalse,
  } = usual
  return (
    <section className={css.part}>
      <h3>
        <Trans>What is usual for this place and hour</Trans>
      </h3>
      <ul className={css.usual}>
        <li>
          {daysHeard === 0 ? (
            <Trans>
              In the {days} days before, no unit was heard within {hours} h of this time of day.
            </Trans>
          ) : (
            <Trans>
              Within {meters} m of here, within {hours} h of this time of day: on {daysHere} of {daysHeard}{' '}
              days that were heard.
            </Trans>
          )}
        </li>
        <li>
          <Plural
            value={ofThisKind}
            _0={`No other alarm of this kind in ${days} days.`}
            one={`# other alarm of this kind in ${days} days, ${ofThisKindFalse} of them false.`}
            other={`# other alarms of this kind in ${days} days, ${ofThisKindFalse} of them false.`}
          />
        </li>
        <li>
          <Plural
            value={atThisPlace}
            _0="No other alarm of anybody at this place in 90 days."
            one={`# other alarm of anybody at this place in 90 days, ${atThisPlaceFalse} of them false.`}
            other={`# other alarms of anybody at this place in 90 days, ${atThisPlaceFalse} of them false.`}
          />
        </li>
      </ul>
    </section>
  )
}
