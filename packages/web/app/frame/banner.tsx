import { Trans, useLingui } from '@lingui/react/macro'
import { useSignedIn } from '../session-hooks.ts'
import css from './banner.module.css'

/** The county's own banner: whose system this is. A demonstration says so on every page. */
export function Banner() {
  const { agency } = useSignedIn()
  const { t } = useLingui()
  return (
    <section className={css.area} aria-label={t`Office`}>
      <div className={css.banner}>
        <span className={css.county}>
          <Trans>{agency.county} County</Trans>
        </span>
        <span>{agency.name}</span>
      </div>
      {agency.isDemonstration && (
        <p className={css.demonstration}>
          <Trans>
            <strong>Demonstration office.</strong> The people are made up.
          </Trans>{' '}
          {agency.feeBasis === 'as-the-source-reads' && (
            <Trans>
              Fees as the source reads: a real office starts with the repeal applied and charges nothing.
            </Trans>
          )}
        </p>
      )}
    </section>
  )
}
