import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { type ReactNode, useState } from 'react'
import { useMay } from '../../../app/session-hooks.ts'
import { Day } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { limitNames, type SchedulePage, weekdayOptions } from '../parts/words.ts'
import { AskCircumstances } from './ask-circumstances.tsx'
import css from './schedule.module.css'

/** What is known of the person for the choice of site and days, and from where; unknown is said, never taken for "no". */
export function Circumstances({ page }: { page: SchedulePage }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const { asked, sources, otherLimits, transport } = page.circumstances
  const from = { asked: t`asked here`, application: t`from the application`, unknown: '' }
  const weekdays = (days: readonly number[]): string =>
    days.map((day) => i18n._(weekdayOptions[day - 1]!.label)).join(', ')
  const rides: Record<string, string> = {
    'own-vehicle': t`own vehicle`,
    ride: t`somebody drives`,
    'public-transit': t`public transit`,
    'bicycle-or-walk': t`bicycle or on foot`,
    none: t`no way to get there`,
  }
  return (
    <section aria-labelledby="circumstances" className={css.part}>
      <h2 id="circumstances">
        <Trans>What the choice rests on</Trans>
      </h2>
      <dl className={css.facts}>
        <Fact name={t`Employed`} source={from[sources.employed]}>
          {asked.employed === null ? t`not asked yet` : asked.employed ? t`yes` : t`no`}
        </Fact>
        <Fact name={t`Work limits`} source={from[sources.limits]}>
          {asked.limits === null
            ? t`not asked yet`
            : asked.limits.map((limit) => i18n._(limitNames[limit])).join(', ') ||
              t({ message: 'none', context: 'limits' })}
          {otherLimits !== '' && <>; {otherLimits}</>}
        </Fact>
        <Fact name={t`Days they can come`} source={from[sources.availableWeekdays]}>
          {asked.availableWeekdays === null || asked.availableWeekdays.length === 7
            ? t`any`
            : weekdays(asked.availableWeekdays)}
        </Fact>
        {asked.unavailableDays.length > 0 && (
          <Fact name={t`Cannot come on`}>
            {asked.unavailableDays.map((day, i) => (
              <span key={day}>
                {i > 0 && ', '}
                <Day day={day} of="record" />
              </span>
            ))}
          </Fact>
        )}
        {asked.notBefore && (
          <Fact name={t`Not before`} source={from[sources.notBefore]}>
            <Day day={asked.notBefore} /> {asked.notBeforeReason}
          </Fact>
        )}
        {asked.exceptions.map((exception) => (
          <Fact
            key={exception.kind}
            name={exception.kind === 'medical' ? t`Medical problem` : t`Job at risk`}
          >
            {weekdays(exception.weekdays)},{' '}
            {exception.verified ? t`verified: ${exception.verification ?? ''}` : t`not verified`}
          </Fact>
        ))}
        {transport && (
          <Fact name={t`Gets to work by`} source={from.application}>
            {rides[transport] ?? transport}
          </Fact>
        )}
      </dl>
      {may('schedule.write') && (
        <p className="not-printed">
          <Button type="button" outline onClick={() => setAsking(true)}>
            <Trans>Change answers</Trans>
          </Button>
        </p>
      )}
      {asking && (
        <Dialog title={t`What the choice rests on`} onClose={() => setAsking(false)} width="wide">
          <AskCircumstances page={page} onDone={() => setAsking(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Fact({ name, source = '', children }: { name: string; source?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {children} {source !== '' && <span className={css.soft}>({source})</span>}
      </dd>
    </div>
  )
}
