import { Trans } from '@lingui/react/macro'
import { Alert, AlertText } from '@trussworks/react-uswds'
import { Day } from '../../parts/day/day.tsx'
import type { Statement } from './words.ts'

const repealedFrom = '2021-07-01'

/** Says on each page about money by which law this office charges. */
export function BasisBanner({ basis }: { basis: Statement['basis'] }) {
  return (
    <Alert type="info" slim>
      <AlertText>
        {basis === 'law-as-it-stands' ? (
          <Trans>
            <strong>This office follows the law as it stands.</strong> California's Assembly Bill 1869 ended
            the authority for these fees from <Day day={repealedFrom} of="record" /> (Penal Code 4024.2,
            1465.9). They are shown and not charged.
          </Trans>
        ) : (
          <Trans>
            <strong>This office charges fees as the printed policy reads.</strong> California's Assembly Bill
            1869 ended the authority for them from <Day day={repealedFrom} of="record" />: a real office
            charges nothing.
          </Trans>
        )}
      </AlertText>
    </Alert>
  )
}
