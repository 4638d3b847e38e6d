import type { Caller } from '../caller.ts'
import type { MadeUpPerson } from '../people.ts'

/** Those who carry a case: a clerk who types, a sergeant who decides. */
export interface Staff {
  clerk: Caller
  sergeant: Caller
}

/** A case as far as it has come. */
export interface Case {
  person: MadeUpPerson
  personId: string
  commitmentId: string
  enrolmentId: string
}
