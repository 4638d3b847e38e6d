import { type Caller, CallRefused } from '../../demonstration/caller.ts'

/** Who works: an account with its session. */
export interface Actor {
  username: string
  caller: Caller
  /** Whether the account may decide waivers and void receipts. */
  supervises: boolean
}

/** What became of everything that was tried. */
export class Tally {
  done = 0
  refused = 0
  readonly #byVerb = new Map<string, { done: number; refused: number }>()
  /** Answers of 500 and above, and requests without an answer. */
  readonly failures: string[] = []

  /** Counts one act; a refusal (below 500) is an answer too. */
  async count(verb: string, act: () => Promise<unknown>): Promise<void> {
    const line = this.#byVerb.get(verb) ?? { done: 0, refused: 0 }
    this.#byVerb.set(verb, line)
    try {
      await act()
      this.done++
      line.done++
    } catch (error) {
      if (error instanceof CallRefused && error.status < 500) {
        this.refused++
        line.refused++
      } else this.failures.push(`${verb}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** Verbs that were never done: the load did not show them. */
  missing(verbs: readonly string[]): string[] {
    return verbs.filter((verb) => (this.#byVerb.get(verb)?.done ?? 0) === 0)
  }

  /** A line for each verb. */
  lines(): string[] {
    return [...this.#byVerb]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([verb, { done, refused }]) => `${verb}: ${done} done, ${refused} refused`)
  }
}
