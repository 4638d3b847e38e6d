import { Trans } from '@lingui/react/macro'
import { phoneWords } from '../../../parts/words/phone-words.ts'
import css from './alarm.module.css'
import type { AlarmPage } from './words.ts'

/** Whom to call, in the order in which they are called. */
export function Contacts({ page: { phones, contacts, address } }: { page: AlarmPage }) {
  return (
    <section className={css.part}>
      <h3>
        <Trans>Whom to call</Trans>
      </h3>
      <dl className={css.contacts}>
        {phones.length > 0 && (
          <div>
            <dt>
              <Trans>Participant</Trans>
            </dt>
            {phones.map((phone) => (
              <dd key={phone.number}>
                <a href={`tel:+${phone.number}`}>{phoneWords(phone.number)}</a>
              </dd>
            ))}
          </div>
        )}
        {address !== '' && (
          <div>
            <dt>
              <Trans>Home address</Trans>
            </dt>
            <dd>{address}</dd>
          </div>
        )}
        {contacts.map((contact) => (
          <div key={`${contact.as} ${contact.name}`}>
            <dt>{contact.as === 'on-call' ? <Trans>On call</Trans> : <Trans>Supervisor</Trans>}</dt>
            <dd>{contact.name}</dd>
            {contact.phone !== '' && (
              <dd>
                <a href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>{contact.phone}</a>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {contacts.length === 0 && (
        <p className={css.soft}>
          <Trans>Nobody is on call, and no supervisor is on duty. The shift board says who is planned.</Trans>
        </p>
      )}
    </section>
  )
}
