import type { Case, Staff } from './staff.ts'

interface Statement {
  balanceCents: number
}

const nameOf = ({ person }: Case) => `${person.givenNames} ${person.familyName}`

/** What the person owes now, in cents. */
export async function balanceOf({ clerk }: Pick<Staff, 'clerk'>, one: Case): Promise<number> {
  return (await clerk.get<Statement>(`/api/money/enrolments/${one.enrolmentId}/statement`)).balanceCents
}

/** Assesses the fees by the newest worksheet. */
export async function assessFees({ clerk }: Pick<Staff, 'clerk'>, one: Case): Promise<void> {
  await clerk.post('/api/money/assess-fees', { enrolmentId: one.enrolmentId })
}

/** Takes a payment: all that is owed, unless an amount is given. @returns the receipt's number */
export async function pay(
  staff: Pick<Staff, 'clerk'>,
  one: Case,
  how: { form?: 'cash' | 'money-order' | 'cashiers-check'; amountCents?: number } = {},
): Promise<string> {
  const form = how.form ?? 'cash'
  const { number } = await staff.clerk.post<{ number: string }>('/api/money/record-payment', {
    enrolmentId: one.enrolmentId,
    form,
    amountCents: how.amountCents ?? (await balanceOf(staff, one)),
    receivedFrom: nameOf(one),
    instrumentNumber: form === 'cash' ? '' : `MO-${one.person.docket}`,
  })
  return number
}

/** The clerk asks on the person's behalf to have all that is owed waived (WAP-FEE.2). @returns the waiver's id */
export async function askWaiver({ clerk }: Pick<Staff, 'clerk'>, one: Case): Promise<string> {
  const { id } = await clerk.post<{ id: string }>('/api/money/ask-waiver', {
    enrolmentId: one.enrolmentId,
    askedCents: null,
    budget: {
      why: 'Rent and two children take all of the pay.',
      incomes: [{ what: 'Wages, part time', monthlyCents: 118_000 }],
      expenses: [
        { what: 'Rent', monthlyCents: 79_000 },
        { what: 'Food', monthlyCents: 31_000 },
        { what: 'Bus', monthlyCents: 6_000 },
      ],
      dependents: 2,
    },
  })
  return id
}

/** The sergeant grants a waiver; never who asked (WAP-FEE.3). */
export async function grantWaiver({ sergeant }: Pick<Staff, 'sergeant'>, waiverId: string): Promise<void> {
  await sergeant.post('/api/money/decide-waiver', {
    waiverId,
    outcome: 'granted',
    reason: 'The budget leaves nothing over.',
  })
}

/** Agrees on a day by which the fees will be brought (WAP-P3.2). */
export async function agreeDate({ clerk }: Pick<Staff, 'clerk'>, one: Case, payBy: string): Promise<void> {
  await clerk.post('/api/money/agree-date', { enrolmentId: one.enrolmentId, payBy, note: 'After payday' })
}
