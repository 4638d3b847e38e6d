import { errorText } from './failure.ts'

/** Things to undo, last made first. */
export class Undo {
  readonly #steps: (() => Promise<void>)[] = []
  #running: Promise<void> | null = null

  /** True once the instance is being stopped. */
  get begun(): boolean {
    return this.#running !== null
  }

  add(step: () => Promise<void>): void {
    this.#steps.push(step)
    // Something that was still starting when the stop began.
    if (this.#running !== null) this.#running = this.#running.then(() => this.#runSteps())
  }

  /** Runs every step once, also when one fails; a second call waits for the first. */
  run(): Promise<void> {
    this.#running ??= this.#runSteps()
    return this.#running
  }

  async #runSteps(): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      await step().catch((error) => process.stderr.write(`While stopping: ${errorText(error)}\n`))
    }
  }
}
