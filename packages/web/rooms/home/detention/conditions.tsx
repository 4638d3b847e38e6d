import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useMay } from '../../../app/session-hooks.ts'
import { Day, Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import {
  type Condition,
  conditionNames,
  type DetentionPage,
  detentionKey,
  supervisionNames,
  type TermsPage,
} from '../parts/detention-words.ts'
import { EndForm } from '../parts/end-form.tsx'
import css from './detention.module.css'
import { SetCondition } from './set-condition.tsx'

type ConditionsProps = { id: string; page: DetentionPage; terms: TermsPage }

/** What binds the person, each with the order that set it and how it is supervised (EMP-1.4). */
export function Conditions({ id, page, terms }: ConditionsProps) {
  const { t } = useLingui()
  const may = useMay()
  const [setting, setSetting] = useState(false)
  const holding = terms.conditions.filter(({ endedAt }) => endedAt === null)
  const ended = terms.conditions.filter(({ endedAt }) => endedAt !== null)
  const canChange = may('home.write') && page.canChange
  return (
    <section aria-labelledby="conditions" className={css.part}>
      <h2 id="conditions">
        <Trans>Conditions</Trans>
      </h2>
      {holding.length === 0 && (
        <p className={css.soft}>{t`None is set. A condition comes here with the order that sets it.`}</p>
      )}
      <ul>
        {holding.map((condition) => (
          <Line key={condition.id} condition={condition} canChange={canChange} />
        ))}
      </ul>
      {ended.length > 0 && (
        <details>
          <summary>{t`${ended.length} ended`}</summary>
          <ul>
            {ended.map((condition) => (
              <Line key={condition.id} condition={condition} canChange={false} />
            ))}
          </ul>
        </details>
      )}
      {canChange && (
        <p>
          <Button type="button" outline onClick={() => setSetting(true)}>
            <Trans>Set a condition</Trans>
          </Button>
        </p>
      )}
      {setting && (
        <Dialog title={t`Set a condition`} onClose={() => setSetting(false)}>
          <SetCondition id={id} orders={terms.orders} onDone={() => setSetting(false)} />
        </Dialog>
      )}
    </section>
  )
}

function Line({ condition, canChange }: { condition: Condition; canChange: boolean }) {
  const { t, i18n } = useLingui()
  const client = useQueryClient()
  const [ending, setEnding] = useState(false)
  return (
    <li className={css.row}>
      <p>
        <strong>{i18n._(conditionNames[condition.kind])}:</strong> {condition.content}
      </p>
      <p className={css.soft}>
        <Trans>Ordered by</Trans>{' '}
        {condition.commitmentId ? (
          <Link to="/commitments/$id" params={{ id: condition.commitmentId }}>
            {condition.orderReference}
          </Link>
        ) : (
          condition.orderReference
        )}
        , <Day day={condition.orderedOn} of="record" />. <Trans>Supervised</Trans>{' '}
        {i18n._(supervisionNames[condition.supervisedBy])}. <Trans>Holds from</Trans>{' '}
        <Day day={condition.fromDay} of="record" />. {condition.setBy}
      </p>
      {condition.endedAt && (
        <p className={css.soft}>
          <Trans context="condition">Ended</Trans> <Moment at={condition.endedAt} />: {condition.endedBecause}
        </p>
      )}
      {canChange && (
        <Button
          type="button"
          unstyled
          onClick={() => setEnding(true)}
          aria-label={t`End: ${condition.content}`}
        >
          <Trans>End</Trans>
        </Button>
      )}
      {ending && (
        <EndForm
          title={t`End this condition?`}
          action={t`End condition`}
          name="end-condition"
          about={condition.id}
          submit={(reason, attempt) =>
            api.POST('/api/home/conditions/{id}/end', {
              params: { path: { id: condition.id } },
              body: { reason },
              ...attempt,
            })
          }
          onDone={() => void client.invalidateQueries({ queryKey: detentionKey.all })}
          onClose={() => setEnding(false)}
        />
      )}
    </li>
  )
}
