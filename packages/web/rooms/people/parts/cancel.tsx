import { Trans } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'

/** The way out beside a form's button, where the form stands in a dialog or opened on its page. */
export function Cancel({ onCancel }: { onCancel: () => void }) {
  return (
    <Button type="button" unstyled onClick={onCancel}>
      <Trans>Cancel</Trans>
    </Button>
  )
}
