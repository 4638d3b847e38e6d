import { useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import css from './alarm.module.css'
import { AskFirst, SendForm } from './dispatch-forms.tsx'
import type { WorkFormProps } from './work-dialog.tsx'

/** Sends an officer though no step of the protocol asks for it; where it was false before, a supervisor is asked first. */
export function SendWork(props: WorkFormProps) {
  const { t } = useLingui()
  const { id } = props.page.alarm
  const [where, setWhere] = useState<string | null>(null)
  if (where !== null)
    return (
      <>
        <AskFirst {...props} where={where} />
        <p className={`${css.buttons} ${css.otherWays}`}>
          <Button type="button" unstyled onClick={() => setWhere(null)}>{t`Send an officer`}</Button>
        </p>
      </>
    )
  return (
    <>
      <SendForm
        {...props}
        sending={{
          name: 'send-officer',
          about: id,
          send: (body, attempt) =>
            api.POST('/api/monitoring/alarms/{id}/send-officer', {
              params: { path: { id } },
              body,
              ...attempt,
            }),
        }}
        onNotAllowed={setWhere}
      />
      <p className={`${css.buttons} ${css.otherWays}`}>
        <Button type="button" unstyled onClick={() => setWhere('')}>{t`Ask a supervisor first`}</Button>
      </p>
    </>
  )
}
