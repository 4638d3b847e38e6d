import { Trans, useLingui } from '@lingui/react/macro'
import { Day } from '../../../parts/day/day.tsx'
import { FormField, FormPart, FormRow, type FormState } from '../../../parts/form/index.ts'
import { EnrolmentState } from '../../programs/enrolment-state/enrolment-state.tsx'
import { useKnowsGoodTime } from '../../programs/use-programs.ts'
import type { CommitmentFields } from './commitment-fields.ts'
import css from './commitment-part.module.css'
import type { PersonFiles } from './types.ts'

type Own = FormState<CommitmentFields>

/** The fields of a commitment in the order in which a paper has them. */
export function CommitmentPart({ form, files }: { form: FormState; files: PersonFiles['files'] }) {
  const { t } = useLingui()
  // The form of a new commitment has more fields than these; they are drawn elsewhere.
  const own = form as unknown as Own
  const isElsewhere = form.typed.origin === 'out-of-county'
  return (
    <>
      <FormPart title={t`The paper`}>
        <FormField form={own} name="origin" />
        <FormRow>
          <FormField form={own} name="receivedOn" />
          <FormField form={own} name="form" />
        </FormRow>
        <FormRow>
          <FormField form={own} name="docket" />
          <FormField form={own} name="courtName" />
          {isElsewhere && <FormField form={own} name="county" />}
        </FormRow>
        <FormRow>
          <FormField form={own} name="judgeName" />
          <FormField form={own} name="sentencedOn" />
        </FormRow>
        <FormField form={own} name="addressOnPaper" />
        <FormField form={own} name="charges" />
      </FormPart>
      <FormPart title={t`The sentence`}>
        <div className={css.length}>
          <FormField form={own} name="years" />
          <FormField form={own} name="months" />
          <FormField form={own} name="days" />
          <FormField form={own} name="creditDays" />
        </div>
        <GoodTime form={own} />
        <FormField form={own} name="startsOn" />
        <FormField form={own} name="relation" />
        {form.typed.relation === 'consecutive' && own.fields.consecutiveTo.drawing.as === 'ticks' && (
          <After form={own} />
        )}
        <FormField form={own} name="conditions" />
        <FormField form={own} name="violation" />
      </FormPart>
      <FormPart title={t`What kind of order`}>
        <FormField form={own} name="modification" />
        {form.typed.modification === 'yes' && <Modifies form={own} />}
        <FormField form={own} name="jailOrders" />
        {(form.typed.modification === 'yes' || form.typed.jailOrders === 'no') && (
          <>
            <FormField form={own} name="activeFile" />
            <Files files={files} />
          </>
        )}
      </FormPart>
    </>
  )
}

/** Asked for where a program of the office knows good time; what is on record elsewhere shows, to be taken out. */
function GoodTime({ form }: { form: Own }) {
  const isKnown = useKnowsGoodTime()
  const { goodTimeDays, creditDays, days, months, years } = form.typed
  if (!isKnown && goodTimeDays === '') return null
  const isInDays = days !== '' && months === '' && years === ''
  const isAllServed =
    isInDays && Number(goodTimeDays) > 0 && Number(goodTimeDays) + Number(creditDays) >= Number(days)
  return (
    <>
      <FormField form={form} name="goodTimeDays" />
      {isAllServed && (
        <p className={css.soft} role="status">
          <Trans>With this good time nothing of the sentence is left to serve. Check the paper.</Trans>
        </p>
      )}
    </>
  )
}

const hasOptions = (field: Own['fields']['consecutiveTo' | 'modifiesCommitmentId']): boolean =>
  'options' in field.drawing && field.drawing.options.length > 0

function After({ form }: { form: Own }) {
  if (hasOptions(form.fields.consecutiveTo)) return <FormField form={form} name="consecutiveTo" />
  return (
    <p className={css.soft}>
      <Trans>
        No other commitment of this person is on record: the worksheet will ask which one it follows.
      </Trans>
    </p>
  )
}

function Modifies({ form }: { form: Own }) {
  if (hasOptions(form.fields.modifiesCommitmentId))
    return <FormField form={form} name="modifiesCommitmentId" />
  return (
    <p className={css.soft}>
      <Trans>No other commitment of this person is on record that it could modify.</Trans>
    </p>
  )
}

/** What the office has on this person, for the answer above (WAP-P1.2). */
function Files({ files }: { files: PersonFiles['files'] }) {
  if (files.length === 0) {
    return (
      <p className={css.soft}>
        <Trans>This office has no file on this person in the system.</Trans>
      </p>
    )
  }
  return (
    <ul className={css.files}>
      {files.map((file) => (
        <li key={file.enrolmentId}>
          {file.number} <EnrolmentState state={file.state as never} />{' '}
          <span className={css.soft}>
            <Trans>
              since <Day day={file.since} />
            </Trans>
          </span>
        </li>
      ))}
    </ul>
  )
}
