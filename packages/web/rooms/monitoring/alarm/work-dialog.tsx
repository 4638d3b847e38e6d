import { Trans, useLingui } from '@lingui/react/macro'
import { Moment } from '../../../parts/day/day.tsx'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import css from './alarm.module.css'
import { CloseForm } from './close-form.tsx'
import { DecideForm } from './dispatch-forms.tsx'
import { SendWork } from './send-work.tsx'
import { StepWork } from './step-work.tsx'
import { useRenew } from './use-act.ts'
import { type AlarmPage, channelVerbs, closingWords, type ShownAlarm, type StepShown } from './words.ts'
import { NoteForm, ReopenForm, ReplyForm, TakeOverForm } from './written-forms.tsx'

/** What stands over the page. */
export type OpenDialog =
  | { what: 'step'; step: StepShown }
  | { what: 'note' | 'reply' | 'send' | 'close' | 'reopen' | 'take-over' }
  | { what: 'decide'; approve: boolean }

/** One thing that is done to an alarm, in a dialog over its page: by keyboard alone from opening to saving. */
export function WorkDialog({
  page,
  open,
  onClose,
}: {
  page: AlarmPage
  open: OpenDialog
  onClose: () => void
}) {
  const title = useTitle(open)
  const renew = useRenew(page.alarm.id)
  const ends = {
    page,
    onClose,
    onDone: () => {
      renew()
      onClose()
    },
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {open.what !== 'reopen' && <ClosedMeanwhile alarm={page.alarm} />}
      {open.what === 'step' && <StepWork {...ends} step={open.step} />}
      {open.what === 'note' && <NoteForm {...ends} />}
      {open.what === 'reply' && <ReplyForm {...ends} />}
      {open.what === 'send' && <SendWork {...ends} />}
      {open.what === 'close' && <CloseForm {...ends} />}
      {open.what === 'reopen' && <ReopenForm {...ends} />}
      {open.what === 'take-over' && <TakeOverForm {...ends} />}
      {open.what === 'decide' && <DecideForm {...ends} approve={open.approve} />}
    </Dialog>
  )
}

/** Said as soon as somebody else closes it: what is typed may no longer be what is needed. */
function ClosedMeanwhile({ alarm }: { alarm: ShownAlarm }) {
  const { i18n } = useLingui()
  if (alarm.closedAt === null || alarm.closedCode === null) return null
  return (
    <p className={css.notice} role="status">
      <Trans>
        {alarm.closedBy} closed this alarm at <Moment at={alarm.closedAt} /> as:{' '}
        {i18n._(closingWords[alarm.closedCode])}. A note and a reply are still taken.
      </Trans>
    </p>
  )
}

function useTitle(open: OpenDialog): string {
  const { i18n, t } = useLingui()
  switch (open.what) {
    case 'step':
      return i18n._(channelVerbs[open.step.channel])
    case 'note':
      return t`Write a note`
    case 'reply':
      return t`Record what the participant said`
    case 'send':
      return i18n._(channelVerbs.dispatch)
    case 'close':
      return t`Close alarm`
    case 'reopen':
      return t`Open again`
    case 'take-over':
      return t`Take the alarm over`
    case 'decide':
      return open.approve ? t`Approve sending somebody again` : t`Refuse sending somebody again`
  }
}

/** What every form over an alarm is given. */
export type WorkFormProps = { page: AlarmPage; onDone: () => void; onClose: () => void }
