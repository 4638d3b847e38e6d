import { Trans, useLingui } from '@lingui/react/macro'
import { Page } from '../../../parts/page/page.tsx'

/** The site supervisor's own page: this week's people, to be ticked. */
export function SiteSheet() {
  const { t } = useLingui()
  return (
    <Page title={t`This week’s sheet`}>
      <p>
        <Trans>People come here when a contract has a day of theirs at your site this week.</Trans>
      </p>
    </Page>
  )
}
