import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { api } from '../../../../api/client.ts'
import { keepPaper } from '../../../../api/keep-paper.ts'
import { readProblem } from '../../../../api/problem.ts'
import { dayInWords } from '../../../../parts/day/format.ts'
import {
  type Attempt,
  area,
  day,
  type Fields,
  type FormState,
  file,
  type Option,
  type Recorded,
  select,
  text,
  useForm,
} from '../../../../parts/form/index.ts'
import type { Roster, RosterDay } from '../../parts/words.ts'
import { hoursField, useHourOptions } from '../hours-field.ts'
import { useLackWords } from '../lack-words.ts'
import { excuseOptions, markOptions } from '../mark-words.ts'
import { type Way, wayOptions } from '../ways.ts'
import { fieldName, marksToSend, refusalOfSheet, sheetProblems, sheetRecord } from './sheet.ts'

/** What is told of the sheet as a whole. */
const aboutSheet = {
  onDay: day({ label: msg`Came back on`, required: true, latest: 'today' }),
  how: select({ label: msg`How`, required: true, options: wayOptions }),
  paper: file({ label: msg`Scan of the sheet` }),
  note: area({ label: msg`Note`, most: 300, lines: 2 }),
}

/** The form of a returned sheet: every day that has come, and how the sheet came back; saved as one act. */
export function useSheetForm(roster: Roster, today: string, onDone: () => void): FormState {
  const words = useLackWords()
  const days = daysOf(roster, today)
  const fields = useSheetFields(roster, today)
  return useForm<Fields, { marked: number }>({
    name: 'returned-roster',
    about: `${roster.site.id} ${roster.week}`,
    fields,
    record: { onDay: today, ...sheetRecord(days) } as Recorded<Fields>,
    check: (values) => sheetProblems(marksToSend(days, values, sheetRecord(days)), words),
    submit: async ({ values, attempt, record }) => {
      const marks = marksToSend(days, values, record as Record<string, unknown>)
      const sent = await send(roster, values as Told, marks, attempt)
      if (sent.response.ok) return sent
      const problem = refusalOfSheet(readProblem(sent.error, sent.response.status), marks)
      return { error: { error: problem }, response: sent.response }
    },
    onDone,
  }) as FormState
}

type Told = { onDay: string; how: Way; paper: File | null; note: string }

async function send(
  { site, week }: Roster,
  { onDay, how, paper, note }: Told,
  marks: ReturnType<typeof marksToSend>,
  attempt: Attempt,
) {
  const kept = paper && (await keepPaper({ file: paper, kind: 'roster', title: `${site.name}, ${week}` }))
  if (kept && !kept.response.ok) return { error: kept.error, response: kept.response }
  return api.POST('/api/work-release/rosters/{siteId}/{week}/returned', {
    params: { path: { siteId: site.id, week } },
    body: { onDay, how, note, paperId: kept?.data?.paperId ?? null, marks },
    ...attempt,
  })
}

/** The days that have come, in the order of the sheet. */
export const daysOf = ({ people }: Roster, today: string): RosterDay[] =>
  people.flatMap(({ days }) => days.filter(({ day: on }) => on <= today))

function useSheetFields(roster: Roster, today: string): Fields {
  const { i18n, t } = useLingui()
  const hours = useHourOptions([
    roster.site.dayMinutes,
    ...daysOf(roster, today).map(({ minutes }) => minutes),
  ])
  const who = roster.people.flatMap(({ name, days }) =>
    days
      .filter(({ day: on }) => on <= today)
      .map(
        ({ contractDayId, day: on }) => [contractDayId, `${name}, ${dayInWords(on, i18n.locale)}`] as const,
      ),
  )
  const shape = JSON.stringify([who, hours.map(({ value }) => value), i18n.locale])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says all that the fields are made of.
  return useMemo(
    () => ({
      ...Object.fromEntries(
        who.flatMap(([id, label]) =>
          Object.entries(
            dayFields(id, label, hours, {
              minutes: t`Hours: ${label}`,
              excuse: t`Why valid: ${label}`,
              verification: t`How verified: ${label}`,
            }),
          ),
        ),
      ),
      ...aboutSheet,
    }),
    [shape],
  )
}

function dayFields(
  id: string,
  label: string,
  hours: readonly Option[],
  labels: { minutes: string; excuse: string; verification: string },
): Fields {
  return {
    [fieldName('mark', id)]: select({ label, options: markOptions }),
    [fieldName('minutes', id)]: hoursField(labels.minutes, hours),
    [fieldName('excuse', id)]: select({ label: labels.excuse, options: excuseOptions }),
    [fieldName('verification', id)]: text({ label: labels.verification, most: 500 }),
  }
}
