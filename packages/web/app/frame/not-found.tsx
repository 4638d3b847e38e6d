import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Page } from '../../parts/page/page.tsx'

/** The address names no page. */
export function NotFound() {
  const { t } = useLingui()
  return (
    <Page title={t`There is no such page`}>
      <p>
        <Trans>
          The address may be mistyped, or the record is not one of your office. Search above, or{' '}
          <Link to="/">go to the first page</Link>.
        </Trans>
      </p>
    </Page>
  )
}
