import { useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useState } from 'react'
import { api } from '../../../api/client.ts'
import { useForm } from '../../../parts/form/index.ts'
import css from './alarm.module.css'
import { AskFirst, SendForm, sendFields, sentOr } from './dispatch-forms.tsx'
import type { WorkFormProps } from './work-dialog.tsx'

/** Sends an officer though no step of the protocol asks for it; where it was false before, a supervisor is asked first. */
export function SendWork(props: WorkFormProps) {
  const { t } = useLingui()
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
      <OfficerSend {...props} onNotAllowed={setWhere} />
      <p className={`${css.buttons} ${css.otherWays}`}>
        <Button type="button" unstyled onClick={() => setWhere('')}>{t`Ask a supervisor first`}</Button>
      </p>
    </>
  )
}

function OfficerSend({
  page: { alarm, address },
  onNotAllowed,
  onDone,
  onClose,
}: WorkFormProps & { onNotAllowed: (where: string) => void }) {
  const form = useForm({
    name: 'send-officer',
    about: alarm.id,
    fields: sendFields,
    record: { version: 0, where: address },
    submit: ({ values, attempt }) =>
      sentOr(
        api.POST('/api/monitoring/alarms/{id}/send-officer', {
          params: { path: { id: alarm.id } },
          body: values,
          ...attempt,
        }),
        () => onNotAllowed(values.where),
      ),
    onDone,
  })
  return <SendForm form={form} onClose={onClose} />
}
