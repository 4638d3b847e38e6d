import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { amountInWords } from '../../../parts/amount/amount.tsx'
import { area, Form, FormField, money, rows, text, useForm, whole } from '../../../parts/form/index.ts'
import { BudgetSum } from '../budget-sum.tsx'
import type { Statement } from '../words.ts'
import css from './fees.module.css'

const line = {
  what: text({ label: msg`What`, required: true, most: 80, secret: true }),
  monthlyCents: money({ label: msg`A month`, required: true, least: 0, secret: true }),
}

const budget = {
  why: area({ label: msg`Why they cannot pay, in their words`, required: true, most: 1000, secret: true }),
  incomes: rows({
    label: msg`Income`,
    of: line,
    add: msg`Add an income`,
    row: msg`Income`,
    secret: true,
  }),
  expenses: rows({
    label: msg`Expenses`,
    of: line,
    add: msg`Add an expense`,
    row: msg`Expense`,
    secret: true,
  }),
  dependents: whole({
    label: msg`People who depend on them`,
    required: true,
    least: 0,
    most: 50,
    secret: true,
  }),
  note: area({ label: msg`Anything else about their money`, most: 1000, lines: 2, secret: true }),
}

/** Asks for a waiver with the short budget form (WAP-FEE.2). What is typed here is never kept in the browser. */
export function AskWaiver({ statement, onDone }: { statement: Statement; onDone: () => void }) {
  const { i18n, t } = useLingui()
  const client = useQueryClient()
  const { enrolmentId, balanceCents } = statement
  const owed = amountInWords(balanceCents, i18n.locale)
  const form = useForm({
    name: 'ask-waiver',
    about: enrolmentId,
    fields: {
      askedCents: money({
        label: msg`How much they ask to be waived`,
        hint: t`${owed} is owed. Leave it empty to ask for all of it.`,
        least: 1,
        most: balanceCents,
      }),
      ...budget,
    },
    submit: ({ values: { askedCents, ...form }, attempt }) =>
      api.POST('/api/money/ask-waiver', { body: { enrolmentId, askedCents, budget: form }, ...attempt }),
    onDone: async () => {
      onDone()
      await client.invalidateQueries({ queryKey: ['money'] })
    },
  })
  return (
    <div className={css.act}>
      <p>
        <Trans>
          This form is read by who decides the waiver and by you. Eligibility, assignment and removal cannot
          read it (WAP-P3.3). You cannot decide a waiver that you ask for.
        </Trans>
      </p>
      <Form form={form} action={t`Ask for waiver`}>
        <FormField form={form} name="why" />
        <FormField form={form} name="askedCents" />
        <FormField form={form} name="incomes" />
        <FormField form={form} name="expenses" />
        <BudgetSum typed={form.typed} />
        <FormField form={form} name="dependents" />
        <FormField form={form} name="note" />
      </Form>
    </div>
  )
}
