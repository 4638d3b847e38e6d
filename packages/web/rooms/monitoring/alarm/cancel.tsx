import { Trans } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'

/** The way out of a form in a dialog. */
export function Cancel({ onClose }: { onClose: () => void }) {
  return (
    <Button type="button" outline onClick={onClose}>
      <Trans>Cancel</Trans>
    </Button>
  )
}
