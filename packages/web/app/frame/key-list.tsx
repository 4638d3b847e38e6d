import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { useBoundKeys, useKeys } from '../../parts/keys/keys.tsx'
import css from './key-list.module.css'

/** `?` lists the keys that can be pressed on this page. */
export function KeyList() {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const keys = useBoundKeys()
  useKeys([{ key: '?', does: t`List the keys`, press: () => setOpen(true) }])
  if (!open) return null
  return (
    <Dialog title={t`Keys on this page`} onClose={() => setOpen(false)}>
      <dl className={css.keys}>
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="usa-button usa-button--outline" onClick={() => setOpen(false)}>
        {t`Close`}
      </button>
    </Dialog>
  )
}
