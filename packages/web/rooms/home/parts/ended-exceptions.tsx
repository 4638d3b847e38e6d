import { Trans } from '@lingui/react/macro'
import { Alert, AlertHeading, AlertText } from '@trussworks/react-uswds'
import { LocalSpan } from './local-span.tsx'
import type { EndedException } from './words.ts'

/** The exceptions that end when a zone that becomes the home is saved, before it is. */
export function EndedExceptions({ exceptions }: { exceptions: readonly EndedException[] }) {
  if (exceptions.length === 0) return null
  return (
    <Alert type="warning">
      <AlertHeading level="h3">
        <Trans>Saving ends these exceptions</Trans>
      </AlertHeading>
      <AlertText>
        <Trans>
          Drawn so the zone is the home, or may be. What lifts the home is a leave, which is asked for and
          decided.
        </Trans>
      </AlertText>
      {exceptions.map(({ from, to, why }) => (
        <AlertText key={`${from} ${to} ${why}`}>
          <LocalSpan from={from} to={to} /> {why}
        </AlertText>
      ))}
    </Alert>
  )
}
