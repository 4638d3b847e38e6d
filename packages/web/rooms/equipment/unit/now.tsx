import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { useMay } from '../../../app/session-hooks.ts'
import { Lately, Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { Battery } from '../parts/battery.tsx'
import { levelNames, type UnitPage } from '../parts/words.ts'
import { PutOn } from './put-on.tsx'
import { RecordStep } from './record-step.tsx'
import { TakeOff } from './take-off.tsx'
import css from './unit.module.css'

type Act = 'fit' | 'hand-over' | 'take-off' | 'record'

/** Where the unit is now, and what can be done with it. */
export function Now({ page }: { page: UnitPage }) {
  const { t } = useLingui()
  const [open, setOpen] = useState<Act>()
  const close = () => setOpen(undefined)
  const titles: Record<Act, string> = {
    fit: t`Fit unit ${page.serial}`,
    'hand-over': t`Hand over unit ${page.serial}`,
    'take-off': t`Take off unit ${page.serial}`,
    record: t`What happened to unit ${page.serial}?`,
  }
  return (
    <section aria-labelledby="now" className={css.now}>
      <h2 id="now">
        <Trans>Now</Trans>
      </h2>
      <Whereabouts page={page} />
      <Heard heard={page.heard} />
      <Acts page={page} onOpen={setOpen} />
      {open && (
        <Dialog title={titles[open]} onClose={close}>
          {open === 'fit' && <PutOn page={page} act="fit" onDone={close} />}
          {open === 'hand-over' && <PutOn page={page} act="hand-over" onDone={close} />}
          {open === 'take-off' && <TakeOff page={page} onDone={close} />}
          {open === 'record' && <RecordStep page={page} onDone={close} />}
        </Dialog>
      )}
    </section>
  )
}

function Whereabouts({ page }: { page: UnitPage }) {
  const { t, i18n } = useLingui()
  const worn = page.fittings.find(({ removedAt }) => removedAt === null)
  const words = {
    'in-stock': t`In stock, ready to be fitted.`,
    fitted: t`On a person.`,
    'in-repair': t`In repair. When it is back it can be fitted again.`,
    lost: t`Lost. When it is found it goes back into the stock.`,
    retired: t`Retired: it is fitted no more, and no message of it is taken.`,
  }
  if (!worn) return <p className={css.title}>{words[page.state]}</p>
  return (
    <p className={css.title}>
      <Trans>
        On{' '}
        <Link to="/people/$id" params={{ id: worn.personId }}>
          {[worn.givenNames, worn.familyName].filter(Boolean).join(' ')}
        </Link>
        ,{' '}
        <Link to="/enrolments/$id" params={{ id: worn.enrolmentId }}>
          {worn.number}
        </Link>
        , since <Moment at={worn.fittedAt} />; way of reporting: {i18n._(levelNames[worn.level])}
      </Trans>
    </p>
  )
}

function Heard({ heard }: { heard: UnitPage['heard'] }) {
  const { t } = useLingui()
  if (!heard)
    return (
      <p
        className={css.soft}
      >{t`No message of it has come yet. Set it up with a way in, and try it before it is worn.`}</p>
    )
  return (
    <p className={css.soft}>
      <Trans>
        Last heard <Lately at={heard.contactAt} />, battery <Battery level={heard.battery} />
      </Trans>
      {heard.charging === true && <>, {t`charging`}</>}
    </p>
  )
}

function Acts({ page, onOpen }: { page: UnitPage; onOpen: (act: Act) => void }) {
  const may = useMay()
  return (
    <div className={css.acts}>
      {may('equipment.fit') && page.state === 'in-stock' && (
        <Button type="button" onClick={() => onOpen('fit')}>
          <Trans>Fit unit</Trans>
        </Button>
      )}
      {may('equipment.fit') && page.state === 'fitted' && (
        <>
          <Button type="button" onClick={() => onOpen('take-off')}>
            <Trans>Take off</Trans>
          </Button>
          <Button type="button" outline onClick={() => onOpen('hand-over')}>
            <Trans context="unit">Hand over</Trans>
          </Button>
        </>
      )}
      {may('equipment.write') && page.steps.length > 0 && (
        <Button type="button" outline onClick={() => onOpen('record')}>
          <Trans>Record fault, repair or loss</Trans>
        </Button>
      )}
    </div>
  )
}
