import { Trans } from '@lingui/react/macro'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { Amount } from '../../../parts/amount/amount.tsx'
import { PaperLink } from '../receipts/paper-link.tsx'
import type { Receipt } from '../words.ts'

/** Says that a payment was taken, with its receipt to print; stays when nothing is owed any more. */
export function Taken({ receipt }: { receipt: Receipt | undefined }) {
  return (
    <div role="status">
      {receipt && (
        <Alert type="success" slim>
          <AlertText>
            <Trans>
              <Amount cents={receipt.amountCents} /> received, receipt {receipt.number}.
            </Trans>{' '}
            <PaperLink paperId={receipt.paperId}>
              <Trans>Print receipt {receipt.number}</Trans>
            </PaperLink>
          </AlertText>
        </Alert>
      )}
    </div>
  )
}
