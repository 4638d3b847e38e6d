import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { type FormEvent, useId, useState } from 'react'
import { useSignedIn } from '../../app/session-hooks.ts'
import { Dialog } from '../dialog/dialog.tsx'
import type { ListSearch } from './listing.ts'
import { dropView, readViews, saveView } from './saved-views.ts'
import css from './views.module.css'

export type ViewsProps = {
  list: string
  search: ListSearch
  onChange: (search: ListSearch) => void
  onClose: () => void
}

/** The views that someone saved of a list: go to one, save the present one, take one out. */
export function Views({ list, search, onChange, onClose }: ViewsProps) {
  const { t } = useLingui()
  const id = useId()
  const { account } = useSignedIn()
  const [views, setViews] = useState(() => readViews(account.id, list))
  const [name, setName] = useState('')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    setViews(saveView(account.id, list, { name: name.trim(), search }))
    setName('')
  }
  return (
    <Dialog title={t`Saved views of this list`} onClose={onClose}>
      {views.length === 0 && (
        <p>
          <Trans>None yet. Set filters and order as you like them, then save them here under a name.</Trans>
        </p>
      )}
      <ul className={css.views}>
        {views.map((view) => (
          <li key={view.name}>
            <Button
              type="button"
              unstyled
              onClick={() => {
                onChange(view.search)
                onClose()
              }}
            >
              {view.name}
            </Button>
            <Button
              type="button"
              unstyled
              aria-label={t`Take out ${view.name}`}
              onClick={() => setViews(dropView(account.id, list, view.name))}
            >
              <Trans>Take out</Trans>
            </Button>
          </li>
        ))}
      </ul>
      <form className={css.save} onSubmit={save}>
        <div>
          <label className="usa-label" htmlFor={id}>
            <Trans>Name for the present view</Trans>
          </label>
          <input
            id={id}
            type="text"
            className="usa-input"
            maxLength={60}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button type="submit">
          <Trans>Save view</Trans>
        </Button>
        <Button type="button" outline onClick={onClose}>
          <Trans>Close</Trans>
        </Button>
      </form>
    </Dialog>
  )
}
