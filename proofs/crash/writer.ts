import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { type Caller, CallRefused } from '../../packages/server/demonstration/caller.ts'
import { commitmentFields } from '../../packages/server/demonstration/case/commitment.ts'
import { madeUpPerson } from '../../packages/server/demonstration/people.ts'

/** A write that was answered with an id: it must be there afterwards, and once. */
export interface Acknowledged {
  /** What it wrote: the query that finds it is by this name. */
  what: 'commitment' | 'enrolment' | 'worksheet' | 'receipt' | 'waiver'
  /** The id in the answer; '' where the answer names none. */
  id: string
  /** What the writer put into it and into nothing else, or the record it belongs to. */
  mark: string
}

/** What the writers saw, for all of them together. */
export class Witness {
  readonly acknowledged: Acknowledged[] = []
  readonly refused: string[] = []
  /** Requests without an answer, or with one of 500 and above; each was sent again under its key. */
  broken = 0
  /** Answers of 500: the office did not know that its database was away. */
  readonly defects: string[] = []
  /** The longest time from a request's first try to its answer, in milliseconds. */
  longest = 0
}

/** How long a writer keeps trying one write, in milliseconds. */
const patience = 90_000

/** Writes without end, each write under a key of its own, sent again until it is answered. */
export class Writer {
  readonly #caller: Caller
  readonly #witness: Witness
  readonly #today: Temporal.PlainDate
  /** Numbers the people of this writer. */
  #person: number

  constructor(caller: Caller, witness: Witness, options: { today: Temporal.PlainDate; firstPerson: number }) {
    this.#caller = caller
    this.#witness = witness
    this.#today = options.today
    this.#person = options.firstPerson
  }

  /** Takes one person from the paper to a few payments, again and again. */
  async work(goesOn: () => boolean): Promise<void> {
    while (goesOn()) await this.#oneCase()
  }

  async #oneCase(): Promise<void> {
    const person = madeUpPerson(this.#person++)
    const received = await this.#write<{ commitmentId: string; personId: string }>(
      '/api/court/commitments',
      {
        ...commitmentFields(person, this.#today),
        newPerson: {
          familyName: person.familyName,
          givenNames: person.givenNames,
          birthDate: person.birthDate,
        },
        personEvenSo: true,
        evenSo: true,
      },
      (answer) => ({ what: 'commitment', id: answer.commitmentId, mark: person.docket }),
    )
    if (!received) return
    const enrolment = await this.#write<{ id: string }>(
      '/api/programs/enrolments',
      { personId: received.personId, commitmentIds: [received.commitmentId] },
      ({ id }) => ({ what: 'enrolment', id, mark: received.personId }),
    )
    if (!enrolment) return
    await this.#write(`/api/programs/enrolments/${enrolment.id}/worksheet`, {}, () => ({
      what: 'worksheet',
      id: '',
      mark: enrolment.id,
    }))
    await this.#write('/api/money/assess-fees', { enrolmentId: enrolment.id }, () => null)
    for (let payment = 0; payment < 3; payment++) await this.#pay(enrolment.id)
    await this.#write<{ id: string }>(
      '/api/money/ask-waiver',
      { enrolmentId: enrolment.id, budget: { why: 'No money', incomes: [], expenses: [], dependents: 0 } },
      ({ id }) => ({ what: 'waiver', id, mark: enrolment.id }),
    )
  }

  async #pay(enrolmentId: string): Promise<void> {
    const mark = randomUUID()
    await this.#write<{ receiptId: string }>(
      '/api/money/record-payment',
      {
        enrolmentId,
        form: 'money-order',
        amountCents: 700,
        receivedFrom: 'A writer',
        instrumentNumber: mark,
      },
      ({ receiptId }) => ({ what: 'receipt', id: receiptId, mark }),
    )
  }

  async #write<Answer>(
    path: string,
    body: unknown,
    acknowledged: (answer: Answer) => Acknowledged | null,
  ): Promise<Answer | null> {
    const key = { 'idempotency-key': randomUUID() }
    const began = performance.now()
    while (performance.now() - began < patience) {
      try {
        const answer = await this.#caller.post<Answer>(path, body, key)
        const kept = acknowledged(answer)
        if (kept) this.#witness.acknowledged.push(kept)
        this.#witness.longest = Math.max(this.#witness.longest, performance.now() - began)
        return answer
      } catch (error) {
        if (error instanceof CallRefused && error.status < 500) {
          this.#witness.refused.push(`${path}: ${error.message}`)
          return null
        }
        if (error instanceof CallRefused && error.status === 500) this.#witness.defects.push(error.message)
        this.#witness.broken++
        await pause(100)
      }
    }
    this.#witness.refused.push(`${path}: no answer in ${patience / 1000} seconds`)
    return null
  }
}
