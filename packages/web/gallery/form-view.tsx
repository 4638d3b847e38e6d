import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { send } from '../api/send.ts'
import { lockHere, sessionState, signedInAgain } from '../api/session-store.ts'
import {
  area,
  choice,
  day,
  Form,
  FormField,
  FormPart,
  FormRow,
  file,
  money,
  rows,
  select,
  text,
  tick,
  ticks,
  time,
  useForm,
  whole,
} from '../parts/form/index.ts'
import { Page } from '../parts/page/page.tsx'

const fields = {
  receivedOn: day({ label: 'Received on', required: true, latest: 'today' }),
  bornOn: day({ label: 'Date of birth', years: 'past', hint: 'Two digits of the year mean the past.' }),
  at: time({ label: 'At' }),
  amountCents: money({ label: 'Amount', required: true, least: 1, most: 100_000 }),
  days: whole({ label: 'Length', unit: 'days', least: 1, most: 365 }),
  how: choice({
    label: 'Paid by',
    required: true,
    options: [
      { value: 'cash', label: 'Cash' },
      { value: 'money-order', label: 'Money order' },
      { value: 'cashiers-check', label: 'Cashier’s check', hint: 'Made out to the county' },
    ],
  }),
  court: select({
    label: 'Court',
    options: [
      { value: 'mtz', label: 'Martinez' },
      { value: 'rich', label: 'Richmond' },
    ],
  }),
  limits: ticks({
    label: 'Limits',
    options: [
      { value: 'lift', label: 'No lifting' },
      { value: 'sun', label: 'No sun' },
    ],
  }),
  ssn: text({ label: 'Social Security number', secret: true, width: 'short', most: 11 }),
  promise: tick({ label: 'The promise to appear is signed', required: true }),
  note: area({ label: 'Note', most: 50, hint: 'Type "bad" or "conflict" to see them.' }),
  paper: file({ label: 'Scanned paper' }),
  charges: rows({
    label: 'Charges',
    row: 'Charge',
    add: 'Add a charge',
    least: 1,
    of: { statute: text({ label: 'Statute', required: true }), words: text({ label: 'In words' }) },
  }),
}

const door = {
  csrf: () => {
    const state = sessionState()
    return state.kind === 'signed-in' ? state.session.csrf : undefined
  },
  expired: lockHere,
  signedInAgain,
  refresh: async () => undefined,
}

export function FormView() {
  const [done, setDone] = useState('')
  const form = useForm({
    name: 'gallery',
    fields,
    record: { receivedOn: '2026-03-02', amountCents: 5000, version: 1 },
    submit: async ({ values, attempt, record }) => {
      const { paper, ...body } = values
      const response = await send(
        new Request('/api/test/payments', {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...attempt.headers },
          body: JSON.stringify({ ...body, paper: paper?.name, version: record.version }),
        }),
        door,
      )
      const answer: unknown = await response.json()
      return response.ok ? { data: answer, response } : { error: answer, response }
    },
    onDone: () => setDone('Recorded.'),
  })
  return (
    <Page title="Form">
      <p role="status">{done}</p>
      <Form form={form} action="Record payment" cancel={<Link to="/">Cancel</Link>}>
        <FormRow>
          <FormField form={form} name="receivedOn" />
          <FormField form={form} name="bornOn" />
        </FormRow>
        <FormRow>
          <FormField form={form} name="at" />
          <FormField form={form} name="amountCents" />
          <FormField form={form} name="days" />
        </FormRow>
        <FormField form={form} name="how" />
        <FormRow>
          <FormField form={form} name="court" />
          <FormField form={form} name="ssn" />
        </FormRow>
        <FormField form={form} name="limits" />
        <FormPart title="Papers">
          <FormField form={form} name="note" />
          <FormField form={form} name="paper" />
          <FormField form={form} name="charges" />
          <FormField form={form} name="promise" />
        </FormPart>
      </Form>
    </Page>
  )
}
