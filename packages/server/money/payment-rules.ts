import type { PaymentForm } from '@inlieu/law'
import { type FieldProblem, Problem } from '../platform/problem.ts'

/** Cents as people write them. */
export function dollars(cents: number): string {
  const whole = Math.floor(Math.abs(cents) / 100).toLocaleString('en-US')
  const sign = cents < 0 ? '-' : ''
  return `${sign}$${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
}

/** A payment over the counter, before it is accepted. */
export interface Tendered {
  form: PaymentForm
  instrumentNumber: string
  amountCents: number
}

/**
 * Whether a payment can be taken, and how much of it is more than is owed. Cash is never taken beyond what is
 * owed. A money order or cashier's check cannot be cut: what it holds beyond is held for the person (own).
 * @param forms the forms that the program takes (WAP-P3.1)
 * @param owedCents what may be collected today
 * @returns cents to hold for the person
 * @throws Problem `cannot-be`, with each field that is wrong
 */
export function heldOf(tendered: Tendered, forms: readonly PaymentForm[], owedCents: number): number {
  const wrong = [...formProblems(tendered, forms), ...amountProblems(tendered, owedCents)]
  if (wrong.length > 0) throw new Problem('cannot-be', wrong[0]!.message, { fields: wrong })
  return Math.max(0, tendered.amountCents - owedCents)
}

function formProblems({ form, instrumentNumber }: Tendered, forms: readonly PaymentForm[]): FieldProblem[] {
  if (!forms.includes(form)) {
    return [{ path: 'form', message: 'This program does not take this form of payment (WAP-P3.1).' }]
  }
  if (form === 'cash' && instrumentNumber !== '') {
    return [{ path: 'instrumentNumber', message: 'Cash has no number. Leave this empty.' }]
  }
  if (form !== 'cash' && instrumentNumber === '') {
    return [{ path: 'instrumentNumber', message: 'Type the number printed on it.' }]
  }
  return []
}

function amountProblems({ form, amountCents }: Tendered, owedCents: number): FieldProblem[] {
  if (owedCents === 0) {
    return [{ path: 'amountCents', message: 'Nothing is owed, so nothing can be taken.' }]
  }
  if (form === 'cash' && amountCents > owedCents) {
    const owed = dollars(owedCents)
    return [
      { path: 'amountCents', message: `${owed} is owed. Take no more than that and give the rest back.` },
    ]
  }
  return []
}
