import { writeSync } from 'node:fs'
import path from 'node:path'
import { wallNow } from '../platform/clock.ts'
import { LogFile } from './log-file.ts'

/** What the launcher did: on the terminal, and with the time in `log/launcher.log`. */
export class Journal {
  readonly #log: LogFile

  constructor(folder: string) {
    this.#log = new LogFile(path.join(folder, 'launcher.log'))
  }

  /** One line for the operator. */
  say(line: string): void {
    process.stdout.write(`${line}\n`)
    this.note(line)
  }

  /** One line for the log alone. */
  note(line: string): void {
    const second = wallNow().round({ smallestUnit: 'second', roundingMode: 'floor' })
    writeSync(this.#log.descriptor, `${second} ${line}\n`)
  }
}
