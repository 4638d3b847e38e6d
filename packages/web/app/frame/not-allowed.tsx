import { Trans, useLingui } from '@lingui/react/macro'
import { Page } from '../../parts/page/page.tsx'

/** The page exists, but not for this role. */
export function NotAllowed() {
  const { t } = useLingui()
  return (
    <Page title={t`This page is not open to your role`}>
      <p>
        <Trans>If your work needs it, ask an administrator of your office for the permission.</Trans>
      </p>
    </Page>
  )
}
