import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Day } from '../../../parts/day/day.tsx'
import { limitNames, type RosterPerson } from '../parts/words.ts'
import css from './roster.module.css'

/** Whose row it is: the name, the day of birth and the work limits, as the site reads them (WAP-SITE.3). */
export function PersonHead({ person }: { person: RosterPerson }) {
  const { i18n } = useLingui()
  return (
    <div className={css.person}>
      <Link to="/enrolments/$id/contract" params={{ id: person.enrolmentId }}>
        {person.name}
      </Link>
      {person.birthDate !== null && (
        <span className={css.soft}>
          <Trans>
            born <Day day={person.birthDate} of="record" />
          </Trans>
        </span>
      )}
      {person.limits.length > 0 && (
        <span className={css.limits}>
          {person.limits.map((limit) => i18n._(limitNames[limit])).join(' · ')}
        </span>
      )}
    </div>
  )
}
