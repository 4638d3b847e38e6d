import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { Because } from '../../../parts/because/because.tsx'
import {
  area,
  day,
  Form,
  FormField,
  FormPart,
  type FormState,
  select,
  useForm,
} from '../../../parts/form/index.ts'
import { placed } from '../../people/parts/refusal.ts'
import { type Enrolment, enrolmentKey } from '../enrolment-header/use-enrolment.ts'
import { useSentenceWords } from '../sentence-words.ts'
import { lostOf, placeOfLost, useLostFields } from './lost-fields.ts'
import { type ReturnReason, useReturnWords } from './return-words.ts'

/**
 * Returns a case to court (WAP-P2.5), or from home to custody (SCC-2.D): what it does, why, on which day. Never for
 * fees (WAP-P3.3, SCC-2.C1).
 */
export function ReturnToCourt({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const isHome = enrolment.program.served === 'at-home'
  const words = useReturnWords(isHome)
  const reasons = (Object.keys(words) as ReturnReason[]).filter(
    (reason) => !isHome || !['days-missed', 'cannot-work'].includes(reason),
  )
  const { days } = useSentenceWords()
  const { agency } = useSignedIn()
  const { id, daysLeft, goodTime } = enrolment
  const lostFields = useLostFields(goodTime)
  const mayBeLost = (reason: unknown): boolean =>
    Object.keys(lostFields).length > 0 && (goodTime?.reasons ?? []).some((one) => one === reason)
  const form = useForm({
    name: 'return-to-court',
    about: id,
    fields: {
      reason: select<ReturnReason>({
        label: msg`Reason`,
        required: true,
        options: reasons.map((value) => ({ value, label: words[value] })),
      }),
      onDay: day({ label: msg`Returned on`, required: true, latest: 'today' }),
      note: area({
        label: isHome ? msg`Note` : msg`Note to the court`,
        most: 2000,
        lines: 3,
        hint: msg`Goes with the case, and stays on record.`,
      }),
      ...lostFields,
      goodTimeReason: area({ label: msg`Why good time is lost`, most: 1000, lines: 3 }),
    },
    record: { onDay: officeToday(agency.timeZone).toString() },
    submit: async ({ values, attempt }) => {
      const { reason, onDay, note, goodTimeReason } = values
      // What was typed before another reason was chosen is not meant any more.
      const lost = mayBeLost(reason) ? { goodTimeLost: lostOf(goodTime, values), goodTimeReason } : {}
      const answer = await api.POST('/api/programs/enrolments/{id}/return-to-court', {
        params: { path: { id } },
        body: { reason, onDay, note, ...lost },
        ...attempt,
      })
      return placed(answer, { field: placeOfLost })
    },
    onDone: async (data) => {
      onClose()
      client.setQueryData(enrolmentKey(id), data)
      await client.invalidateQueries({ queryKey: enrolmentKey(id) })
    },
  })
  return (
    <>
      <p>
        {daysLeft !== null && <Trans>{days(daysLeft)} of the adjusted sentence are left to serve.</Trans>}{' '}
        {isHome ? (
          <Trans>They are served in custody. The paper is made; the unit is taken off after it.</Trans>
        ) : (
          <Trans>The days to come leave the rosters, and the paper for the court is made.</Trans>
        )}
      </p>
      <Because clause={isHome ? 'SCC-2.C1' : 'WAP-P3.3'}>
        <Trans>inability to pay is not a violation: nobody goes back for fees.</Trans>
      </Because>
      <Form
        form={form}
        action={isHome ? t`Record return` : t`Return to court`}
        cancel={
          <Button type="button" outline onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
        }
      >
        <FormField form={form} name="reason" />
        <FormField form={form} name="onDay" />
        <FormField form={form} name="note" />
        {mayBeLost(form.typed.reason) && (
          <FormPart title={t`Good time`}>
            <Because clause="SCC-2.D" told>
              <Trans>whoever is returned to custody for a rule violation may lose good time.</Trans>
            </Because>
            {Object.keys(lostFields).map((name) => (
              <FormField key={name} form={form as unknown as FormState} name={name} />
            ))}
            <FormField form={form} name="goodTimeReason" />
          </FormPart>
        )}
      </Form>
    </>
  )
}
