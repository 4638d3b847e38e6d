import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { type CheckItem, Checklist } from '../../../parts/checklist/checklist.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { useSaid } from '../../../parts/words/said.ts'
import type { DetentionPage } from '../parts/detention-words.ts'
import css from './detention.module.css'

/** What has to be there before a unit is put on, each with the place where it is done; afterwards since when. */
export function Ready({ id, page }: { id: string; page: DetentionPage }) {
  const { t } = useLingui()
  const said = useSaid()
  if (page.placedOn)
    return (
      <div className={css.part}>
        <p className={css.title}>
          <Trans>
            Detention at home since <Day day={page.placedOn} />.
          </Trans>
        </p>
        {page.evaluation !== 'accepted' && (
          <p className={css.acts}>
            <Status tone="now">
              {page.evaluation === 'refused' ? t`The home was refused` : t`The home is to be evaluated again`}
            </Status>
            <Link to="/enrolments/$id/home/evaluation" params={{ id }}>{t`Evaluate the home`}</Link>
          </p>
        )}
      </div>
    )
  const items: CheckItem[] = page.readiness.map((item, index) => ({
    key: `${item.code} ${item.clause} ${index}`,
    label: said(item.text),
    clause: item.clause,
    state: item.met === true ? 'there' : 'missing',
    ...(item.met === true ? {} : { action: <WhereTo id={id} item={item} /> }),
  }))
  return <Checklist title={t`Before a unit is put on`} items={items} />
}

function WhereTo({ id, item }: { id: string; item: DetentionPage['readiness'][number] }) {
  const { t } = useLingui()
  if (item.code === 'home')
    return <Link to="/enrolments/$id/home/evaluation" params={{ id }}>{t`Evaluate the home`}</Link>
  const places: Record<string, [string, string]> = {
    place: ['#slot', t`Give a place`],
    deputy: ['#deputy', t`Name a deputy`],
    'EMP-4.3': ['#contract', t`To the contract`],
    'EMP-1.5': ['#absences', t`Set the kinds`],
  }
  const place = places[item.code === 'law' ? item.clause : item.code]
  if (place) return <a href={place[0]}>{place[1]}</a>
  return item.clause === 'EMP-7.3' ? (
    <Trans>A named officer approves the numbers under Guidelines.</Trans>
  ) : null
}
