import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Temporal } from 'temporal-polyfill'
import { api } from '../../../api/client.ts'
import { officeToday } from '../../../api/office-clock.ts'
import { useSignedIn } from '../../../app/session-hooks.ts'
import { languages } from '../../../i18n.ts'
import { dayInWords } from '../../../parts/day/format.ts'
import { area, type Field, type FormState, useForm } from '../../../parts/form/index.ts'
import type { SchedulePage } from '../parts/words.ts'
import { departs, inOrder, type Pick, type PickWords, readPicks, toggled, writePicks } from './picks.ts'

type DraftFields = { days: Field<Pick[]>; reason: Field<string> }

/** The contract as it is being made: the days picked, and how to change them. */
export type ContractDraft = {
  form: FormState<DraftFields>
  picks: readonly Pick[]
  /** Days of the contract in force that are still to come. */
  standing: readonly Pick[]
  /** How many days are to come when the contract covers what is owed. */
  needed: number
  /** A reason is asked for: the picks are not what is proposed, or a contract that stands is changed. */
  asksReason: boolean
  toggle: (pick: Pick) => void
  put: (picks: readonly Pick[]) => void
}

/** The days of the contract that are picked, as a field: typed as lines, so that everything a form does it does for them. */
function daysField(words: PickWords): Field<Pick[]> {
  return {
    ...area({ label: msg`Days of the contract`, most: 100_000 }),
    read: (typed) => ({ ok: true, value: readPicks(typeof typed === 'string' ? typed : '', words) }),
    write: (value) => writePicks(value ?? [], words),
  }
}

/** The days that can be picked, in the words of each language. */
function useWords({ sites, lastDay, days: contracted }: SchedulePage, today: string): PickWords {
  const { i18n } = useLingui()
  const dayOf = useMemo(() => {
    const length = Temporal.PlainDate.from(today).until(lastDay).days + 1
    const ahead = Array.from({ length }, (_, n) => Temporal.PlainDate.from(today).add({ days: n }).toString())
    // A day that stands already may lie further ahead than anything that would be proposed now.
    const days = [...ahead, ...contracted.map(({ day }) => day)]
    return new Map(
      Object.keys(languages).flatMap((locale) => days.map((day) => [dayInWords(day, locale), day] as const)),
    )
  }, [today, lastDay, contracted])
  return { sites, dayOf, say: (day) => dayInWords(day, i18n.locale) }
}

/** Begins with the days that stand and those the policy proposes; keeps what is picked until it is saved. */
export function useDraft(page: SchedulePage): ContractDraft {
  const { t } = useLingui()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { agency } = useSignedIn()
  const today = officeToday(agency.timeZone).toString()
  const words = useWords(page, today)
  const open = page.days.filter(({ standing }) => standing === 'open')
  const standing = open.filter(({ day }) => day > today).map(({ day, siteId }) => ({ day, siteId }))
  const firstSite = page.sites.find(({ rank }) => rank === 1)?.siteId ?? null
  const proposed = page.plan?.days.map((day) => ({ day, siteId: page.siteId! })) ?? []
  const fields: DraftFields = {
    days: daysField(words),
    reason: area({
      label: page.purpose === 'change' ? msg`Why the contract is changed` : msg`Why other than proposed`,
      most: 1000,
      lines: 2,
    }),
  }
  const form = useForm({
    name: 'make-contract',
    about: page.enrolmentId,
    fields,
    record: { days: inOrder([...standing, ...proposed]), reason: '', version: page.version },
    submit: ({ values, attempt, record }) =>
      api.POST('/api/work-release/enrolments/{id}/contract', {
        params: { path: { id: page.enrolmentId } },
        body: { version: record.version ?? page.version, days: values.days, reason: values.reason },
        ...attempt,
      }),
    check: ({ reason }) =>
      asksReason && reason === ''
        ? [{ path: 'reason', message: t`Say why: it is kept with the contract.` }]
        : [],
    onDone: async () => {
      await client.invalidateQueries({ queryKey: ['work'] })
      await navigate({ to: '/enrolments/$id/contract', params: { id: page.enrolmentId } })
    },
  })
  const picks = readPicks(typeof form.typed.days === 'string' ? form.typed.days : '', words)
  const put = (next: readonly Pick[]): void => form.put('days', writePicks(next, words))
  const proposal = { firstSite, siteId: page.siteId, days: page.plan?.days ?? [] }
  const asksReason = page.purpose === 'change' || departs(picks, standing, proposal)
  return {
    form,
    picks,
    standing,
    needed: Math.max(0, page.daysOwed - (open.length - standing.length)),
    asksReason,
    toggle: (pick) => put(toggled(picks, pick)),
    put,
  }
}
