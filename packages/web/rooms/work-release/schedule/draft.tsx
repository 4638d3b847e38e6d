import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { Because } from '../../../parts/because/because.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Form, FormField } from '../../../parts/form/index.ts'
import { Status } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import type { SchedulePage } from '../parts/words.ts'
import { EarlyStart } from './early-start.tsx'
import { LostDays } from './lost-days.tsx'
import css from './schedule.module.css'
import type { ContractDraft } from './use-draft.ts'

export type DraftProps = { page: SchedulePage; draft: ContractDraft; mayMake: boolean }

/** The contract as it will stand: its days, why these, and the button that makes it. */
export function Draft({ page, draft, mayMake }: DraftProps) {
  const { t } = useLingui()
  const said = useSaid()
  const { form, picks, needed } = draft
  return (
    <section aria-labelledby="contract" className={css.draft}>
      <h2 id="contract">
        <Trans>Contract, version {page.version + 1}</Trans>
      </h2>
      <Count page={page} picked={picks.length} needed={needed} />
      <LostDays page={page} />
      <Days page={page} draft={draft} mayMake={mayMake} />
      {page.daysShort > 0 &&
        page.plan?.reasons.map((reason) => (
          <Because key={reason.code} clause={reason.clause} own={reason.own}>
            {said(reason.text)}
          </Because>
        ))}
      {page.missing.length > 0 && (
        <ul className={css.missing}>
          {page.missing.map((missing) => (
            <li key={missing.name}>
              <Status tone="waiting">
                {missing.of === 'parameter' ? t`Not set by the office:` : t`Still to ask:`}{' '}
                {said(missing.text)}
              </Status>
            </li>
          ))}
        </ul>
      )}
      <EarlyStart page={page} />
      {mayMake && (
        <Form form={form} action={page.version === 0 ? t`Make contract` : t`Make new version`}>
          {draft.asksReason && <FormField form={form} name="reason" />}
        </Form>
      )}
    </section>
  )
}

function Count({ page, picked, needed }: { page: SchedulePage; picked: number; needed: number }) {
  const { t } = useLingui()
  const left = needed - picked
  return (
    <>
      <p role="status" className={css.count}>
        <Status tone={left === 0 ? 'settled' : 'waiting'}>
          {left === 0 && (
            <Plural value={needed} one="# day, all that is owed" other="# days, all that are owed" />
          )}
          {left > 0 && <Plural value={left} one="# day still to pick" other="# days still to pick" />}
          {left < 0 && <Plural value={-left} one="# day too many" other="# days too many" />}
        </Status>
      </p>
      <p className={css.soft}>
        {t`Adjusted sentence ${page.adjustedDays} days, ${page.creditedDays} credited.`}{' '}
        <Trans>A contract covers exactly the days that are owed.</Trans>
      </p>
    </>
  )
}

function Days({ page, draft, mayMake }: DraftProps) {
  const { t } = useLingui()
  const { picks, form, toggle } = draft
  const problem = form.problems.find(({ path }) => path === 'days')?.message
  const nameOf = (siteId: string): string => page.sites.find((site) => site.siteId === siteId)?.name ?? ''
  return (
    <div id={`${form.id}-days`} tabIndex={problem ? -1 : undefined}>
      {problem && (
        <p className="usa-error-message" role="alert">
          {problem}
        </p>
      )}
      {picks.length === 0 && <p>{t`No day is picked yet. Press days in the month.`}</p>}
      <ol className={css.days}>
        {picks.map((pick) => (
          <li key={pick.day}>
            <span>
              <Day day={pick.day} />
            </span>
            <span className={css.soft}>{nameOf(pick.siteId)}</span>
            {mayMake && (
              <Button type="button" unstyled onClick={() => toggle(pick)} aria-label={t`Remove ${pick.day}`}>
                <Trans>Remove</Trans>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}
