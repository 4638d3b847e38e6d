/** What a proof prints: what held, what did not, and the figures it measured. */
export class Report {
  passed = 0
  failed = 0

  /** Something that must be true. @param detail said when it is not */
  check(what: string, holds: boolean, detail = ''): void {
    if (holds) this.passed++
    else this.failed++
    this.#line(`${holds ? '  holds ' : '  FAILS '} ${what}${holds || detail === '' ? '' : `: ${detail}`}`)
  }

  /** Something measured. */
  figure(what: string, value: string | number): void {
    this.#line(`         ${what}: ${value}`)
  }

  #line(text: string): void {
    process.stdout.write(`${text}\n`)
  }
}

/** Options of a run of proofs, as typed after the names. */
export interface ProofOptions {
  /** How long actors work, in seconds; null: as long as the proof finds right. */
  seconds: number | null
}

/** One longer proof of what the office promises. */
export interface Proof {
  name: string
  /** What it shows, in a line. */
  shows: string
  run(report: Report, options: ProofOptions): Promise<void>
}

/** Milliseconds as seconds with two decimals. */
export const inSeconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`
