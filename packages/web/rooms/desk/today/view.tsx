import { useLingui } from '@lingui/react/macro'
import { Page } from '../../../parts/page/page.tsx'

export function Today() {
  const { t } = useLingui()
  return <Page title={t`Today`}>{null}</Page>
}
