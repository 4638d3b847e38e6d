import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { paths } from '../../../api/schema.gen.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import { phoneWords } from '../../desk/person/phone-words.ts'
import css from './booking.module.css'
import type { BookingPage } from './use-booking.ts'

type Person = paths['/api/people/{personId}']['get']['responses']['200']['content']['application/json']

/** What WAP-BOOK.4 asks of the person, as it is on record; what is missing is named with the way to it. */
export function PersonSummary({ page, person }: { page: BookingPage; person: Person }) {
  const { t } = useLingui()
  const said = useSaid()
  const may = useMay()
  const numbers = {
    'social-security': t`Social security`,
    'drivers-license': t`Driver's license`,
    coin: t`Identification number (COIN)`,
  }
  const rows: [string, ReactNode][] = [
    [t`Name`, [person.givenNames, person.familyName, person.suffix].filter(Boolean).join(' ')],
    [t`Aliases`, person.aliases.map((alias) => `${alias.givenNames} ${alias.familyName}`).join('; ')],
    [t`Born`, person.birthDate && <Day day={person.birthDate} of="record" />],
    [t`Birthplace`, person.birthPlace],
    [t`Sex`, person.sex],
    [t`Race or ethnic origin`, person.race],
    [
      t`Address`,
      person.address &&
        [person.address.line1, person.address.city, person.address.state, person.address.zip].join(', '),
    ],
    [t`Phones`, person.phones.map((phone) => phoneWords(phone.number)).join(', ')],
    [
      t`Emergency contact`,
      person.emergencyContacts
        .map((contact) => [contact.name, contact.relation, contact.phone].filter(Boolean).join(', '))
        .join('; '),
    ],
    [t`Numbers`, person.identifiers.map((one) => t`${numbers[one.kind]}, ending ${one.ending}`).join('; ')],
    [t`Marks`, person.description],
    [t`Charges`, page.commitments.flatMap((commitment) => commitment.statutes).join(', ')],
    [t`Confinement`, page.confinement.days === null ? '' : t`${page.confinement.days} days`],
  ]
  return (
    <>
      <dl className={css.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || <span className={css.soft}>{t`not on record`}</span>}</dd>
          </div>
        ))}
      </dl>
      {page.gaps.length > 0 && (
        <p className={css.gaps}>
          <Trans>Still missing:</Trans> {page.gaps.map((gap) => said(gap.text)).join('; ')}
        </p>
      )}
      {may('person.write') && (
        <Link
          to="/people/$id/details"
          params={{ id: page.personId }}
          className="usa-button usa-button--outline"
        >
          <Trans>Change details, numbers, photo</Trans>
        </Link>
      )}
    </>
  )
}
