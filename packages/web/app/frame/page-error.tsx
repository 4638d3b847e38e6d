import { useLingui } from '@lingui/react/macro'
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Page } from '../../parts/page/page.tsx'
import { Trouble } from '../../parts/trouble/trouble.tsx'

/** A page that could not be drawn: says so and offers to try again; the frame around it stays. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const { t } = useLingui()
  const router = useRouter()
  return (
    <Page title={t`This page could not be shown`}>
      <Trouble
        error={error}
        onRetry={() => {
          reset()
          router.invalidate()
        }}
      />
    </Page>
  )
}
