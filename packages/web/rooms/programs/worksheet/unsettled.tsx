import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Alert, AlertHeading, AlertText } from '@trussworks/react-uswds'
import { useSaid } from '../../../parts/words/said.ts'
import type { Result } from './use-worksheet.ts'
import css from './worksheet.module.css'

/** Why the sentence cannot be computed: what to ask, about which paper. */
export function Unsettled({
  result,
  dockets,
}: {
  result: Extract<Result, { kind: 'cannot-compute' }>
  dockets: Readonly<Record<string, string>>
}) {
  const { t } = useLingui()
  const said = useSaid()
  return (
    <Alert type="warning">
      <AlertHeading level="h2">
        <Trans>The sentence cannot be computed yet</Trans>
      </AlertHeading>
      <AlertText>
        <Trans>Nothing is guessed. Settle what stands here; then it is computed again by itself.</Trans>
      </AlertText>
      <ul className={css.obstacles}>
        {result.because.map((obstacle) => (
          <li key={`${obstacle.code} ${obstacle.commitment}`}>
            {obstacle.commitment && (
              <>
                <Link to="/commitments/$id" params={{ id: obstacle.commitment }}>
                  <Trans>Docket {dockets[obstacle.commitment] || t`not stated`}</Trans>
                </Link>
                {': '}
              </>
            )}
            {said(obstacle.text)}. <span className={css.clause}>{obstacle.clause}</span>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
