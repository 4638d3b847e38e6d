import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { Lately } from '../../../parts/day/day.tsx'
import { Status } from '../../../parts/status/status.tsx'
import { StepText } from '../parts/step-text.tsx'
import css from './alarm.module.css'
import { DueIn } from './clock.tsx'
import { CommandWords } from './command.tsx'
import { type AlarmPage, channelVerbs, isOwed, outcomeWords, type StepShown } from './words.ts'

/** The steps of the protocol, each with its key, its clock and how it stands. */
export function Steps({ page, onDo }: { page: AlarmPage; onDo: ((step: StepShown) => void) | undefined }) {
  const { t } = useLingui()
  const { protocol, steps, alarm } = page
  return (
    <section className={css.part} aria-label={t`Protocol`}>
      <div className={css.row}>
        <h3>
          <Trans>Protocol</Trans>
        </h3>
        <span className={css.soft}>
          {!protocol.approved ? (
            <Trans>default of this release</Trans>
          ) : alarm.person === null && alarm.unit !== null ? (
            <Trans>times approved by the agency</Trans>
          ) : (
            <Trans>approved by the agency</Trans>
          )}
        </span>
      </div>
      {steps.length === 0 && (
        <p>
          <Trans>This protocol asks for no steps.</Trans>
        </p>
      )}
      <ol className={css.steps}>
        {steps.map((step, place) => (
          <li key={step.code} className={css.step}>
            {place < 9 ? <kbd>{place + 1}</kbd> : <span />}
            <div>
              <Step step={step} isOpen={alarm.closedAt === null} onDo={onDo && (() => onDo(step))} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Step({ step, isOpen, onDo }: { step: StepShown; isOpen: boolean; onDo: (() => void) | undefined }) {
  const { i18n } = useLingui()
  const verb = i18n._(channelVerbs[step.channel])
  return (
    <>
      <p className={css.row}>
        {onDo ? (
          <Button type="button" unstyled onClick={onDo}>
            {verb}
          </Button>
        ) : (
          <span>{verb}</span>
        )}
        {isOpen && isOwed(step) && <DueIn due={step.dueAt} />}
      </p>
      <p className={css.text}>
        <StepText step={step} />
      </p>
      {step.outcome && step.at && (
        <p>
          <Status tone={isOwed(step) ? 'waiting' : step.state === 'left-out' ? 'over' : 'settled'}>
            {step.command ? <CommandWords of={step.command} /> : i18n._(outcomeWords[step.outcome])}
          </Status>{' '}
          <span className={css.soft}>
            <Trans>
              <Lately at={step.at} /> by {step.by}
            </Trans>
          </span>
        </p>
      )}
    </>
  )
}
