import { Plural, Trans } from '@lingui/react/macro'
import { Alert, AlertHeading, AlertText } from '@trussworks/react-uswds'
import { waiting } from './queue.ts'
import type { Ticks } from './use-ticks.ts'

/** Says plainly where the ticks are while the office cannot be reached; nothing is lost. */
export function Network({ ticks: { queue, isCutOff, isKept } }: { ticks: Ticks }) {
  const count = waiting(queue)
  return (
    <div role="status">
      {isCutOff && count > 0 && (
        <Alert type="warning">
          <AlertHeading level="h2">
            <Trans>No network. Go on ticking: nothing is lost.</Trans>
          </AlertHeading>
          <AlertText>
            <Plural
              value={count}
              one="# tick waits on this phone and is sent by itself when the network is back."
              other="# ticks wait on this phone and are sent by themselves when the network is back."
            />{' '}
            {isKept ? (
              <Trans>
                You can lock the phone. If you close the page, open it again later so that they are sent.
              </Trans>
            ) : (
              <Trans>Keep this page open until then: this phone does not let it keep anything.</Trans>
            )}
          </AlertText>
        </Alert>
      )}
    </div>
  )
}
