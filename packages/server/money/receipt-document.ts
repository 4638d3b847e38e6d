import type { Language, PaymentForm } from '@inlieu/law'
import { sql } from 'kysely'
import type { Work } from '../platform/act.ts'
import { askDocument } from '../platform/documents.ts'
import { programRun } from '../programs/index.ts'
import { amountInWords } from './amount-in-words.ts'

/** What a receipt says. */
export interface ReceiptPaper {
  receiptId: string
  enrolmentId: string
  personId: string
  number: string
  form: PaymentForm
  instrumentNumber: string
  amountCents: number
  heldCents: number
  /** What was owed before it, and what is owed after; below zero, what is held. */
  owedBeforeCents: number
  balanceCents: number
  receivedFrom: string
  takenOn: string
  takenBy: string
  /** Printed over a receipt that was voided. */
  voided: { on: string; reason: string; by: string } | null
}

/** Asks for the receipt's paper, in the person's language. */
export async function askReceipt(work: Work<'money'>, receipt: ReceiptPaper): Promise<string> {
  const person = await personOf(work, receipt.personId)
  const enrolment = await work.db
    .selectFrom('programs.v_enrolment')
    .select(['number', 'pack'])
    .where('id', '=', receipt.enrolmentId)
    .executeTakeFirstOrThrow()
  const fees = await work.db
    .selectFrom('money.posting')
    .select(['part', sql<number>`(-sum(amount_cents))::bigint`.as('cents')])
    .where('enrolment_id', '=', receipt.enrolmentId)
    .where('account', '=', 'fee-income')
    .groupBy('part')
    .orderBy('part')
    .execute()
  const { documentId } = await askDocument(work, {
    kind: 'money/receipt',
    title: titleOf(receipt, person.language),
    personId: receipt.personId,
    about: { receipt: receipt.receiptId, enrolment: receipt.enrolmentId },
    language: person.language,
    data: {
      number: receipt.number,
      person: person.name,
      enrolment: enrolment.number,
      form: receipt.form,
      instrumentNumber: receipt.instrumentNumber,
      amountCents: receipt.amountCents,
      amountInWords: amountInWords(receipt.amountCents, person.language),
      heldCents: receipt.heldCents,
      owedBeforeCents: receipt.owedBeforeCents,
      balanceCents: receipt.balanceCents,
      receivedFrom: receipt.receivedFrom,
      takenOn: receipt.takenOn,
      takenBy: receipt.takenBy,
      fees: fees
        .filter((fee) => fee.cents > 0)
        .map(({ part, cents }) => ({ code: codeOf(part, enrolment.pack), cents })),
      voided: receipt.voided,
    },
    footer: `${receipt.number} · WAP-P3.1, WAP-BOOK.5`,
  })
  return documentId
}

/** At home the daily fee is one for each day there (SCC-3.A1), not for each day of the adjusted sentence. */
const codeOf = (part: string, pack: string): string =>
  part === 'daily' && programRun(pack)?.served === 'at-home' ? 'daily-at-home' : part

function titleOf({ number, voided }: ReceiptPaper, language: Language): string {
  if (language === 'es') return voided ? `Recibo ${number} (anulado)` : `Recibo ${number}`
  return voided ? `Receipt ${number} (void)` : `Receipt ${number}`
}

/** A person's name as people write it, and the language they read. */
export async function personOf(
  { db }: Work<'money'>,
  personId: string,
): Promise<{ name: string; language: Language }> {
  const person = await db
    .selectFrom('people.v_person')
    .select(['given_names', 'family_name', 'suffix', 'language'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  return {
    name: [person.given_names, person.family_name, person.suffix].filter(Boolean).join(' '),
    language: person.language === 'es' ? 'es' : 'en',
  }
}
