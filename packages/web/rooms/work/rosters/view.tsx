import { Trans, useLingui } from '@lingui/react/macro'
import { Page } from '../../../parts/page/page.tsx'

/** Weeks with people by site: what was sent, what came back, what is missing. */
export function Rosters() {
  const { t } = useLingui()
  return (
    <Page title={t`Rosters`}>
      <p>
        <Trans>A week comes here with the first contract that has a day in it.</Trans>
      </p>
    </Page>
  )
}
