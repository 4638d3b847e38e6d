import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@trussworks/react-uswds'
import { useMemo } from 'react'
import { api } from '../../../api/client.ts'
import { area, choice, Form, FormField, text, useForm } from '../../../parts/form/index.ts'
import type { DayHistory } from '../parts/words.ts'
import { fillingHours } from './filling-hours.ts'
import { hoursField, useHourOptions } from './hours-field.ts'
import { useLackWords } from './lack-words.ts'
import { lacking, settled } from './mark-checks.ts'
import { excuseOptions, hasHours, markOptions } from './mark-words.ts'

export type MarkFormProps = {
  history: DayHistory
  /** Length of the site's work day, which a whole day is marked with. */
  dayMinutes: number
  onDone: () => void
  onClose: () => void
}

/** Marks one day, or corrects its mark; the earlier mark stays on record. */
export function MarkForm({ history, dayMinutes, onDone, onClose }: MarkFormProps) {
  const { t } = useLingui()
  const words = useLackWords()
  const current = history.marks[0]
  const hours = useHourOptions([dayMinutes, current?.minutes ?? null])
  const offered = hours.map(({ value }) => value).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list of hours is new at each drawing, what it offers is not.
  const fields = useMemo(
    () => ({
      mark: choice({ label: msg`How the day went`, required: true, options: markOptions }),
      minutes: hoursField(msg`Hours worked`, hours),
      excuse: choice({ label: msg`Why the absence was valid`, options: excuseOptions }),
      verification: text({ label: msg`How it was verified: which paper, by whom`, most: 500 }),
      note: area({ label: msg`Note`, most: 500, lines: 2 }),
    }),
    [offered],
  )
  const plain = useForm({
    name: 'mark-day',
    about: history.contractDayId,
    fields,
    record: current ?? { version: 0 },
    check: (values) => lacking(values).map((part) => ({ path: part, message: words(part) })),
    submit: ({ values, attempt, record }) =>
      api.POST('/api/work-release/attendance', {
        body: {
          contractDayId: history.contractDayId,
          version: record.version ?? 0,
          ...settled(values),
          mark: values.mark,
          note: values.note,
        },
        ...attempt,
      }),
    onDone,
  })
  const form = fillingHours(plain, dayMinutes, (path) => (path === 'mark' ? 'minutes' : undefined))
  const { mark } = form.typed
  return (
    <Form
      form={form}
      action={current ? t`Correct mark` : t`Mark day`}
      cancel={
        <Button type="button" outline onClick={onClose}>
          {t`Cancel`}
        </Button>
      }
    >
      <FormField form={form} name="mark" />
      {hasHours(mark) && <FormField form={form} name="minutes" />}
      {mark === 'absent-excused' && (
        <>
          <FormField form={form} name="excuse" />
          <FormField form={form} name="verification" />
        </>
      )}
      <FormField form={form} name="note" />
    </Form>
  )
}
