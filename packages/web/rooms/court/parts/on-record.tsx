import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Alert, AlertHeading, AlertText, Button } from '@trussworks/react-uswds'
import css from './who.module.css'

/** The same docket and day of sentence: most likely the original of a fax that was typed in before. */
export function OnRecord({ id, another, onAnother }: { id: string; another: string; onAnother: () => void }) {
  return (
    <Alert type="warning">
      <AlertHeading level="h2">
        <Trans>This docket and day of sentence are on record for this person</Trans>
      </AlertHeading>
      <AlertText>
        <Trans>
          If this is the original of a fax, record that it arrived on{' '}
          <Link to="/commitments/$id" params={{ id }}>
            the commitment’s page
          </Link>
          .
        </Trans>
      </AlertText>
      <div className={css.another}>
        <Button type="button" outline onClick={onAnother}>
          {another}
        </Button>
      </div>
    </Alert>
  )
}
