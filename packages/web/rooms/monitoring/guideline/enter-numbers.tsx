import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from '@trussworks/react-uswds'
import { useMemo } from 'react'
import { api } from '../../../api/client.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { area, day, Form, FormField, FormRow, text, time, useForm } from '../../../parts/form/index.ts'
import { placed } from '../../people/parts/refusal.ts'
import { fromProblem, instantOf } from './from-when.ts'
import { numberWords, useNumberValue } from './number-words.ts'
import { guidelinesKey, type NumberRow, type Subject } from './use-guidelines.ts'

/** Enters a version of the numbers, whole: what is left empty stands at its default. */
export function EnterNumbers({
  subject,
  rows,
  applies,
  onClose,
}: {
  subject: Subject
  rows: readonly NumberRow[]
  applies: Readonly<Record<string, number>>
  onClose: () => void
}) {
  const { t } = useLingui()
  const client = useQueryClient()
  const { agency } = useSignedIn()
  const fields = useNumberFields(rows)
  const form = useForm({
    name: 'enter-numbers',
    about: subject,
    fields,
    record: Object.fromEntries(Object.entries(applies).map(([name, value]) => [name, String(value)])),
    check: (values) => [
      ...rows.flatMap(({ name }) =>
        Number.isFinite(numberIn(values, name) ?? 0)
          ? []
          : [{ path: name, message: t`Type a number, such as 900 or 0.25.` }],
      ),
      ...fromProblem(values, t`Give the day and the time, or neither.`),
    ],
    submit: async ({ values, attempt }) => {
      const given = rows.flatMap(({ name }) => {
        const value = numberIn(values, name)
        return value === null ? [] : [[name, value] as const]
      })
      const answer = await api.POST('/api/monitoring/guidelines', {
        body: {
          subject,
          protocol: null,
          numbers: Object.fromEntries(given),
          from: instantOf(values.fromDay, values.fromTime, agency.timeZone),
          reason: values.reason,
        },
        ...attempt,
      })
      return placed(answer, { field: (path) => path.replace(/^numbers\./, '').replace(/^from$/, 'fromDay') })
    },
    onDone: () => {
      onClose()
      void client.invalidateQueries({ queryKey: guidelinesKey })
    },
  })
  return (
    <Form
      form={form}
      action={t`Enter version`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          What is left empty stands at its default. Another named officer approves it before it applies.
        </Trans>
      </p>
      {rows.map(({ name }) => (
        <FormField key={name} form={form} name={name as 'reason'} />
      ))}
      <FormRow>
        <FormField form={form} name="fromDay" />
        <FormField form={form} name="fromTime" />
      </FormRow>
      <FormField form={form} name="reason" />
    </Form>
  )
}

/** What was typed as a number; null where the default is to stand, NaN where it is none. */
function numberIn(values: object, name: string): number | null {
  const typed = (values as Record<string, string | undefined>)[name] ?? ''
  return typed === '' ? null : Number(typed)
}

function useNumberFields(rows: readonly NumberRow[]) {
  const { t, i18n } = useLingui()
  const value = useNumberValue()
  return useMemo(() => {
    const numbers = Object.fromEntries(
      rows.map((row) => {
        const [usual, least, most] = [row.default, row.least, row.most].map((each) => value(each, row.unit))
        return [
          row.name,
          text({
            label: i18n._(numberWords[row.name] ?? { id: row.name }),
            hint: t`Default ${usual}; from ${least} to ${most}; ${row.source}`,
            inputMode: 'numeric',
            width: 'short',
            most: 20,
          }),
        ]
      }),
    )
    return {
      ...numbers,
      fromDay: day({ label: t`Applies from`, hint: t`Empty: as soon as it is approved.`, years: 'near' }),
      fromTime: time({ label: t`At` }),
      reason: area({ label: t`Why, and who asked for it`, required: true, most: 500, lines: 2 }),
    }
  }, [rows, value, t, i18n])
}
