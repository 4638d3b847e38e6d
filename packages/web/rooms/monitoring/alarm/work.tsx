import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, AlertText, Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { Refused } from '../../../api/problem.ts'
import { useMay, useSignedIn } from '../../../app/session-hooks.ts'
import { type Key, useKeys } from '../../../parts/keys/keys.tsx'
import { useTroubleWords } from '../../../parts/trouble/trouble.tsx'
import { StepText } from '../parts/step-text.tsx'
import { inLanguage } from '../parts/step-words.ts'
import css from './alarm.module.css'
import { AskingPart } from './asking.tsx'
import { DueIn } from './clock.tsx'
import { Contacts } from './contacts.tsx'
import { Duties } from './duties.tsx'
import { Record } from './record.tsx'
import { Steps } from './steps.tsx'
import { useAct } from './use-act.ts'
import { type AlarmPage, channelVerbs } from './words.ts'
import { type OpenDialog, WorkDialog } from './work-dialog.tsx'

/**
 * What is to be done: the next thing as a big button, the others below with their clocks, all by one key each. Who may
 * only read sees the same without the buttons.
 */
export function Work({ page }: { page: AlarmPage }) {
  const { i18n, t } = useLingui()
  const may = useMay()
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const { alarm, steps } = page
  const works = may('alarm.work')
  const isOpen = alarm.closedAt === null
  // Where a step of the protocol sends somebody, that is done there.
  const maySend = works && isOpen && page.canSend && steps.every(({ channel }) => channel !== 'dispatch')
  const acknowledge = useAct(alarm.id, () =>
    api.POST('/api/monitoring/alarms/{id}/acknowledge', { params: { path: { id: alarm.id } }, body: {} }),
  )
  const mayAcknowledge = works && isOpen && alarm.acknowledgedAt === null && !acknowledge.isPending

  useKeys(
    works
      ? [
          ...(isOpen
            ? openKeys()
            : [{ key: 'o', does: t`Open again`, press: () => setDialog({ what: 'reopen' }) }]),
          { key: 'n', does: t`Write a note`, press: () => setDialog({ what: 'note' }) },
          { key: 'r', does: t`Record what the participant said`, press: () => setDialog({ what: 'reply' }) },
        ]
      : [],
  )
  function openKeys(): Key[] {
    return [
      { key: 'a', does: t`Acknowledge`, press: () => mayAcknowledge && acknowledge.mutate() },
      ...(maySend ? [{ key: 's', does: t`Send an officer`, press: () => setDialog({ what: 'send' }) }] : []),
      { key: 'c', does: t`Close the alarm`, press: () => setDialog({ what: 'close' }) },
      ...steps.slice(0, 9).map((step, place) => ({
        key: String(place + 1),
        does: inLanguage(step, i18n.locale).text,
        press: () => setDialog({ what: 'step', step }),
      })),
    ]
  }

  return (
    <section className={css.work} aria-label={t`What is to be done`}>
      {works && isOpen && (
        <Next
          page={page}
          mayAcknowledge={mayAcknowledge}
          onAcknowledge={() => acknowledge.mutate()}
          onOpen={setDialog}
        />
      )}
      <Refusal error={acknowledge.error} />
      <Held page={page} onOpen={setDialog} />
      <AskingPart page={page} onOpen={setDialog} />
      <Steps page={page} onDo={works && isOpen ? (step) => setDialog({ what: 'step', step }) : undefined} />
      <Duties page={page} />
      {works && (
        <div className={css.buttons}>
          <Button type="button" outline onClick={() => setDialog({ what: 'note' })}>
            <Trans>Write a note</Trans> <kbd className={css.key}>n</kbd>
          </Button>
          <Button type="button" outline onClick={() => setDialog({ what: 'reply' })}>
            <Trans>Record a reply</Trans> <kbd className={css.key}>r</kbd>
          </Button>
          {maySend && (
            <Button type="button" outline onClick={() => setDialog({ what: 'send' })}>
              <Trans>Send an officer</Trans> <kbd className={css.key}>s</kbd>
            </Button>
          )}
          {isOpen ? (
            <Button type="button" outline onClick={() => setDialog({ what: 'close' })}>
              <Trans>Close alarm</Trans> <kbd className={css.key}>c</kbd>
            </Button>
          ) : (
            <Button type="button" outline onClick={() => setDialog({ what: 'reopen' })}>
              <Trans>Open again</Trans> <kbd className={css.key}>o</kbd>
            </Button>
          )}
        </div>
      )}
      <Contacts page={page} />
      <Record page={page} />
      {dialog && <WorkDialog page={page} open={dialog} onClose={() => setDialog(null)} />}
    </section>
  )
}

type NextProps = {
  page: AlarmPage
  mayAcknowledge: boolean
  onAcknowledge: () => void
  onOpen: (dialog: OpenDialog) => void
}

/** The one thing to do next, as a big button: acknowledge, the next step, or close. */
function Next({ page, mayAcknowledge, onAcknowledge, onOpen }: NextProps) {
  const { i18n, t } = useLingui()
  const { alarm, steps, duties } = page
  if (alarm.acknowledgedAt === null) {
    const due = duties.find((duty) => duty.kind === 'acknowledge' && duty.doneAt === null)?.dueAt
    return (
      <button type="button" className={css.next} aria-disabled={!mayAcknowledge} onClick={onAcknowledge}>
        <strong>{t`Acknowledge`}</strong>
        <span>{due && <DueIn due={due} />}</span>
      </button>
    )
  }
  const step = steps.find((one) => one.state === 'to-do') ?? steps.find((one) => one.state === 'tried')
  if (!step)
    return (
      <button type="button" className={css.next} onClick={() => onOpen({ what: 'close' })}>
        <strong>{t`Close alarm`}</strong>
        <span>
          {steps.some((one) => one.state === 'waiting')
            ? t`The rest is done; a signal waits for the unit.`
            : t`Every step is done.`}
        </span>
      </button>
    )
  return (
    <button type="button" className={css.next} onClick={() => onOpen({ what: 'step', step })}>
      <strong>{i18n._(channelVerbs[step.channel])}</strong>
      <StepText step={step} />
      <DueIn due={step.dueAt} />
    </button>
  )
}

/** Who has it, and taking it over from them. */
function Held({ page: { alarm }, onOpen }: { page: AlarmPage; onOpen: (dialog: OpenDialog) => void }) {
  const may = useMay()
  const { account } = useSignedIn()
  if (alarm.acknowledgedBy === null || alarm.closedAt !== null) return null
  return (
    <p className={css.row}>
      <span>
        <Trans>{alarm.acknowledgedBy} has this alarm.</Trans>
      </span>
      {may('alarm.work') && alarm.acknowledgedBy !== account.displayName && (
        <Button type="button" unstyled onClick={() => onOpen({ what: 'take-over' })}>
          <Trans>Take it over</Trans>
        </Button>
      )}
    </p>
  )
}

/** What the office answered to a press: in its own words, where it was pressed. */
export function Refusal({ error }: { error: Error | null }) {
  const words = useTroubleWords()
  if (!error) return null
  return (
    <Alert type="warning" slim role="alert">
      <AlertText>{words(error instanceof Refused ? error.problem : undefined)}</AlertText>
    </Alert>
  )
}
