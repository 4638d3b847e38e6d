import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertText } from '@trussworks/react-uswds'
import css from './parts.module.css'
import type { MadeWayIn } from './words.ts'

/** What to enter at the other end, once: after the dialog is closed nobody can see the secret again. */
export function SetUp({ made }: { made: MadeWayIn }) {
  const { t } = useLingui()
  const { setUp, squareCode } = made
  return (
    <div className={css.setUp}>
      <Alert type="warning" slim>
        <AlertText>
          <Trans>This is shown once. When it is lost, make another one: the earlier one then ends.</Trans>
        </AlertText>
      </Alert>
      {setUp.door === 'osmand' && (
        <p>
          <Trans>
            In Traccar Client, scan this square from its settings, or type the lines below. Then switch
            tracking on.
          </Trans>
        </p>
      )}
      {setUp.door === 'owntracks' && (
        <p>
          <Trans>
            Photograph this square with the phone’s camera and open it with OwnTracks, or type the lines below
            under Connection.
          </Trans>
        </p>
      )}
      {setUp.door === 'traccar' && (
        <p>
          <Trans>
            Put these lines into the configuration of the Traccar server. Its devices’ identifiers are the
            serial numbers here.
          </Trans>
        </p>
      )}
      {setUp.door === 'json' && (
        <p>
          <Trans>Send lists of records to this address. A record names its unit by serial number.</Trans>
        </p>
      )}
      {squareCode && (
        <img className={css.square} src={squareCode} alt={t`Square code with the settings below`} />
      )}
      <dl className={css.lines}>
        {setUp.lines.map(({ setting, value }) => (
          <div key={setting}>
            <dt>{setting}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
      {setUp.example && (
        <div>
          <p>
            <Trans>To try it from a computer, this sends one message:</Trans>
          </p>
          <pre className={css.example}>{setUp.example}</pre>
        </div>
      )}
    </div>
  )
}
