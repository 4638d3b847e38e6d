import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useMay } from '../../../app/session-hooks.ts'
import { Empty } from '../../../parts/empty/empty.tsx'
import { useLabel } from '../../../parts/words/words.ts'
import { identifierKinds } from '../parts/identifier-fields.ts'
import type { PersonRecord } from '../parts/person-fields.ts'
import { AddIdentifier } from './add-identifier.tsx'
import css from './details.module.css'
import { detailsKey } from './details-key.ts'
import { EndIdentifier } from './end-identifier.tsx'
import { OpenIdentifier } from './open-identifier.tsx'

type Doing = { what: 'add' } | { what: 'open' | 'end'; identifier: PersonRecord['identifiers'][number] }

/** The sealed numbers by their last four; seeing one whole asks for a reason and is recorded. */
export function Identifiers({ person }: { person: PersonRecord }) {
  const { t } = useLingui()
  const label = useLabel()
  const may = useMay()
  const client = useQueryClient()
  const [doing, setDoing] = useState<Doing>()
  const close = (): void => setDoing(undefined)
  const done = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: detailsKey(person.id) })
    close()
  }
  const nameOf = (identifier: PersonRecord['identifiers'][number]): string => {
    const kind = identifierKinds.find(({ value }) => value === identifier.kind)
    return [kind && label(kind.label), identifier.issuer].filter(Boolean).join(', ')
  }
  return (
    <section aria-labelledby="numbers" className={css.part}>
      <h2 id="numbers">
        <Trans>Numbers</Trans>
      </h2>
      {person.identifiers.length === 0 && (
        <Empty title={t`No number on record`}>
          <Trans>Social security and driver’s license numbers are asked for at booking.</Trans>
        </Empty>
      )}
      <ul className={css.rows}>
        {person.identifiers.map((identifier) => (
          <li key={identifier.id} className={css.row}>
            <span>{nameOf(identifier)}</span>
            <span className={css.number}>{t`ends in ${identifier.ending}`}</span>
            {may('person.open-identifier') && (
              <Button type="button" unstyled onClick={() => setDoing({ what: 'open', identifier })}>
                <Trans>See it whole</Trans>
              </Button>
            )}
            <Button type="button" unstyled onClick={() => setDoing({ what: 'end', identifier })}>
              <Trans>Take off</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <div>
        <Button type="button" outline onClick={() => setDoing({ what: 'add' })}>
          <Trans>Add a number</Trans>
        </Button>
      </div>
      {doing?.what === 'add' && <AddIdentifier person={person} onDone={done} onClose={close} />}
      {doing?.what === 'open' && (
        <OpenIdentifier
          person={person}
          identifier={doing.identifier}
          name={nameOf(doing.identifier)}
          onClose={close}
        />
      )}
      {doing?.what === 'end' && (
        <EndIdentifier
          person={person}
          identifier={doing.identifier}
          name={nameOf(doing.identifier)}
          onDone={done}
          onClose={close}
        />
      )}
    </section>
  )
}
