import { Trans, useLingui } from '@lingui/react/macro'
import { Because } from '../../../parts/because/because.tsx'
import { type CheckItem, Checklist } from '../../../parts/checklist/checklist.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import type { ApplicationPage } from '../queries.ts'
import { questionWords } from '../words.ts'
import css from './application.module.css'

/** How the application stands: signed or not, and each answer that is missing or refused. */
export function WhatIsMissing({ page }: { page: ApplicationPage }) {
  const { t, i18n } = useLingui()
  const items: CheckItem[] = [
    ...page.missing.map((question) => ({
      key: question,
      label: i18n._(questionWords[question]),
      state: 'missing' as const,
    })),
    ...page.refused.map((question) => ({
      key: question,
      label: i18n._(questionWords[question]),
      state: 'missing' as const,
      clause: 'WAP-ELIG.j',
      note: t`The person refuses to answer`,
    })),
    {
      key: 'signed',
      label: t`Signature of the person`,
      state: page.signedOn === null ? ('missing' as const) : ('there' as const),
      clause: 'WAP-BOOK.2',
    },
  ]
  return (
    <div className={css.part}>
      {page.signedOn === null ? (
        <Status tone="waiting">
          <Trans>Not signed yet</Trans>
        </Status>
      ) : (
        <Status tone="settled">
          <Trans>
            Signed on <Day day={page.signedOn} />
          </Trans>
        </Status>
      )}
      {page.incompleteReason !== '' && (
        <p>
          <Trans>Taken although incomplete: {page.incompleteReason}</Trans>
        </p>
      )}
      <Checklist title={t`The application`} items={items} />
      <Because clause={['WAP-BOOK.2', 'WAP-ELIG.j']}>
        <Trans>it is filled out completely and signed; an incomplete one may be cause for denial.</Trans>
      </Because>
    </div>
  )
}
