import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import { Dialog, DialogButtons } from '../../../parts/dialog/dialog.tsx'
import { holds } from '../../../parts/list/index.ts'
import { Trouble } from '../../../parts/trouble/trouble.tsx'
import { listName } from '../../people/parts/names.ts'
import type { ListedLook } from './listing.tsx'
import css from './looks.module.css'

const most = 5000
const shownAtOnce = 300

/** Everybody whom a look showed, by name. */
export function PeopleDialog({ look, onClose }: { look: ListedLook; onClose: () => void }) {
  const { i18n } = useLingui()
  const [part, setPart] = useState('')
  const query = useQuery({
    queryKey: ['monitoring', 'looks', look.id, 'people'],
    queryFn: () =>
      answer(
        api.GET('/api/monitoring/looks/{id}/people', {
          params: { path: { id: look.id }, query: { limit: most } },
        }),
      ),
  })
  const number = (value: number): string => new Intl.NumberFormat(i18n.locale).format(value)
  const people = (query.data?.people ?? []).filter((person) => holds(listName(person), part))
  return (
    <Dialog
      title={plural(look.people, { one: '# person was shown', other: '# people were shown' })}
      onClose={onClose}
    >
      {query.error && <Trouble error={query.error} onRetry={() => void query.refetch()} />}
      <label className={css.find}>
        <Trans>Name</Trans>{' '}
        <input
          className="usa-input"
          type="search"
          value={part}
          onChange={(event) => setPart(event.target.value)}
        />
      </label>
      <ul className={css.people}>
        {people.slice(0, shownAtOnce).map((person) => (
          <li key={person.id}>{listName(person)}</li>
        ))}
      </ul>
      {people.length > shownAtOnce && (
        <p>
          <Trans>
            The first {number(shownAtOnce)} of {number(people.length)}: type a name.
          </Trans>
        </p>
      )}
      <DialogButtons>
        <Button type="button" onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
