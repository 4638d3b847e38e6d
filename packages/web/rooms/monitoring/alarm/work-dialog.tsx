import { useLingui } from '@lingui/react/macro'
import { Dialog } from '../../../parts/dialog/dialog.tsx'
import { CloseForm } from './close-form.tsx'
import { DecideForm } from './dispatch-forms.tsx'
import { StepWork } from './step-work.tsx'
import { useRenew } from './use-act.ts'
import { type AlarmPage, channelVerbs, type StepShown } from './words.ts'
import { NoteForm, ReopenForm, ReplyForm, TakeOverForm } from './written-forms.tsx'

/** What stands over the page. */
export type OpenDialog =
  | { what: 'step'; step: StepShown }
  | { what: 'note' | 'reply' | 'close' | 'reopen' | 'take-over' }
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
      {open.what === 'step' && <StepWork {...ends} step={open.step} />}
      {open.what === 'note' && <NoteForm {...ends} />}
      {open.what === 'reply' && <ReplyForm {...ends} />}
      {open.what === 'close' && <CloseForm {...ends} />}
      {open.what === 'reopen' && <ReopenForm {...ends} />}
      {open.what === 'take-over' && <TakeOverForm {...ends} />}
      {open.what === 'decide' && <DecideForm {...ends} approve={open.approve} />}
    </Dialog>
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
