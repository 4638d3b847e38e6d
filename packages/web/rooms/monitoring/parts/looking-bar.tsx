import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import type { ReactNode } from 'react'
import css from './looking.module.css'
import { purposeWords } from './looking-words.ts'
import { endSitting, type Sitting } from './sitting.ts'

/** Says under which purpose the looks on this page are recorded, and ends it. */
export function LookingBar({ sitting, children }: { sitting: Sitting; children?: ReactNode }) {
  const { i18n } = useLingui()
  const purpose = i18n._(purposeWords[sitting.purpose])
  return (
    <div className={`${css.bar} not-printed`}>
      <p>
        <Trans>
          Recorded as: <strong>{purpose}</strong>
        </Trans>
        {sitting.why !== '' && <> · {sitting.why}</>}
      </p>
      {children}
      <Button type="button" unstyled onClick={endSitting}>
        <Trans>Change purpose</Trans>
      </Button>
    </div>
  )
}
