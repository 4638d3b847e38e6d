import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useMay } from '../../../app/session-hooks.ts'
import { Amount } from '../../../parts/amount/amount.tsx'
import { Changes } from '../../../parts/changes/changes.tsx'
import { Day } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { kindNames, levelNames, type Model, signalNames } from '../parts/words.ts'
import { EnterPrice } from './enter-price.tsx'
import { ChangeModel } from './model-form.tsx'
import css from './models.module.css'

/** One model: how many there are and where, what an installer needs to know, what it costs. */
export function ModelCard({ model }: { model: Model }) {
  const { t, i18n } = useLingui()
  const may = useMay()
  const [open, setOpen] = useState<'change' | 'price'>()
  const name = `${model.maker} ${model.name}`
  return (
    <section aria-labelledby={model.id} className={css.card}>
      <header className={css.head}>
        <div>
          <h2 id={model.id}>{name}</h2>
          <p className={css.soft}>
            {i18n._(kindNames[model.kind])}:{' '}
            {model.levels.map((level) => i18n._(levelNames[level])).join(', ')}
          </p>
        </div>
        {may('equipment.write') && (
          <span className={css.buttons}>
            <Button type="button" outline aria-label={t`Change ${name}`} onClick={() => setOpen('change')}>
              <Trans>Change</Trans>
            </Button>
            <Button
              type="button"
              outline
              aria-label={t`Enter price of ${name}`}
              onClick={() => setOpen('price')}
            >
              <Trans>Enter price</Trans>
            </Button>
          </span>
        )}
      </header>
      <Counts model={model} />
      <div className={css.columns}>
        <Facts model={model} />
        <Prices model={model} />
      </div>
      <Changes room="equipment" record="model" id={model.id} />
      {open === 'change' && (
        <Dialog title={t`Change ${name}`} onClose={() => setOpen(undefined)} width="wide">
          <ChangeModel model={model} onDone={() => setOpen(undefined)} />
        </Dialog>
      )}
      {open === 'price' && (
        <Dialog title={t`Price of ${name}`} onClose={() => setOpen(undefined)}>
          <EnterPrice modelId={model.id} onDone={() => setOpen(undefined)} />
        </Dialog>
      )}
    </section>
  )
}

function Counts({ model }: { model: Model }) {
  const { t } = useLingui()
  const { units } = model
  const counts = [
    [t`in stock`, units['in-stock']],
    [t`on people`, units.fitted],
    [t`in repair`, units['in-repair']],
    [t`lost`, units.lost],
    [t`retired`, units.retired],
  ] as const
  return (
    <dl className={css.counts}>
      {counts.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count}</dd>
        </div>
      ))}
      {units.lifeOver > 0 && (
        <div>
          <dt className="only-heard">{t`Past their service`}</dt>
          <dd>
            <Link to="/equipment">
              <Status tone="now">
                <Plural value={units.lifeOver} one="# is past its service" other="# are past their service" />
              </Status>
            </Link>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Facts({ model }: { model: Model }) {
  const { t, i18n } = useLingui()
  const unknown = t`not known`
  const facts = [
    [t`Battery`, model.batteryHours === null ? unknown : t`${model.batteryHours} hours`],
    [t`Service`, model.lifeMonths === null ? unknown : t`${model.lifeMonths} months`],
    [t`Strap`, model.strap || unknown],
    [t`Water`, model.water || unknown],
    [t`Charging`, model.charging || unknown],
    [t`Can`, model.signals.map((signal) => i18n._(signalNames[signal])).join(', ') || unknown],
  ] as const
  return (
    <dl className={css.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Prices({ model }: { model: Model }) {
  const { t } = useLingui()
  if (model.prices.length === 0)
    return <p className={css.soft}>{t`No price is entered: the cost report cannot count these units.`}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css.frame} tabIndex={0} aria-label={t`Prices of ${model.maker} ${model.name}`}>
      <table className={css.prices}>
        <caption>{t`What a unit costs a day`}</caption>
        <thead>
          <tr>
            <th scope="col">{t`From`}</th>
            <th scope="col" className={css.end}>{t`On a person`}</th>
            <th scope="col" className={css.end}>{t`On the shelf`}</th>
            <th scope="col">{t`Stands on`}</th>
          </tr>
        </thead>
        <tbody>
          {model.prices.map((price) => (
            <tr key={`${price.fromDay} ${price.enteredAt}`}>
              <td>
                <Day day={price.fromDay} of="record" />
                {price.enteredAt === model.priceToday?.enteredAt && (
                  <>
                    {' '}
                    <Status tone="settled">{t`holds today`}</Status>
                  </>
                )}
              </td>
              <td className={css.end}>
                <Amount cents={price.inFieldCents} />
              </td>
              <td className={css.end}>
                <Amount cents={price.onShelfCents} />
              </td>
              <td>
                {price.authority} <span className={css.soft}>{price.enteredBy}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
