import { useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { StepText } from '../parts/step-text.tsx'
import css from './alarm.module.css'
import { CallForm } from './call-form.tsx'
import { AskFirst } from './dispatch-forms.tsx'
import { DispatchForm, MessageForm, SignalForm, SkipForm, WriteForm } from './step-forms.tsx'
import type { StepShown } from './words.ts'
import type { WorkFormProps } from './work-dialog.tsx'

export type StepFormProps = WorkFormProps & { step: StepShown }

type Way = 'signal' | 'call' | 'message' | 'dispatch' | 'note' | 'skip' | 'ask'

const usualWay: Record<StepShown['channel'], Way> = {
  device: 'signal',
  'call-participant': 'call',
  'call-on-call': 'call',
  email: 'message',
  text: 'message',
  dispatch: 'dispatch',
  note: 'note',
}

/** A step in the way the protocol names; or called in place of written, or left out with a reason. */
export function StepWork(props: StepFormProps) {
  const { t } = useLingui()
  const { step } = props
  const usual = usualWay[step.channel]
  const [way, setWay] = useState<Way>(usual)
  const [where, setWhere] = useState('')
  return (
    <>
      <p>
        <StepText step={step} />
      </p>
      {way === 'signal' && <SignalForm {...props} />}
      {way === 'call' && <CallForm {...props} />}
      {way === 'message' && <MessageForm {...props} onNoWay={() => setWay('call')} />}
      {way === 'dispatch' && (
        <DispatchForm
          {...props}
          onNotAllowed={(there) => {
            setWhere(there)
            setWay('ask')
          }}
        />
      )}
      {way === 'ask' && <AskFirst {...props} where={where} />}
      {way === 'note' && <WriteForm {...props} />}
      {way === 'skip' && <SkipForm {...props} />}
      <p className={`${css.buttons} ${css.otherWays}`}>
        {usual === 'message' && way !== 'call' && (
          <Button type="button" unstyled onClick={() => setWay('call')}>{t`Call instead`}</Button>
        )}
        {way === 'dispatch' && (
          <Button type="button" unstyled onClick={() => setWay('ask')}>{t`Ask a supervisor first`}</Button>
        )}
        {way !== usual && (
          <Button type="button" unstyled onClick={() => setWay(usual)}>{t`Do this step`}</Button>
        )}
        {way !== 'skip' && way !== 'ask' && (
          <Button type="button" unstyled onClick={() => setWay('skip')}>{t`Leave this step out`}</Button>
        )}
      </p>
    </>
  )
}
