import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs'
import path from 'node:path'

const LARGEST = 10 * 1024 * 1024
const KEPT = 5
const CHECKED_EVERY_MS = 60_000

/**
 * A log file that child processes write to themselves, through its descriptor: nothing waits for this process
 * and nothing is lost when it dies. When the file has grown past 10 MB it is copied to `<file>.1` (older ones
 * move up to `.5`) and emptied in place, because the writers hold it open.
 */
export class LogFile {
  readonly file: string
  readonly descriptor: number
  readonly #startedAt: number
  readonly #timer: NodeJS.Timeout

  constructor(file: string) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    this.file = file
    this.descriptor = openSync(file, 'a+', 0o600)
    this.#startedAt = statSync(file).size
    this.#timer = setInterval(() => this.rotateIfLarge(), CHECKED_EVERY_MS)
    this.#timer.unref()
  }

  /** Starts the file anew when it is larger than `largest` bytes. */
  rotateIfLarge(largest: number = LARGEST): void {
    if (statSync(this.file).size <= largest) return
    for (let age = KEPT - 1; age >= 1; age--) moveIfThere(`${this.file}.${age}`, `${this.file}.${age + 1}`)
    copyFileSync(this.file, `${this.file}.1`)
    ftruncateSync(this.descriptor)
  }

  /** What was written since this object was made, at most the last 16 kB. */
  tail(): string {
    const { size } = statSync(this.file)
    const from = Math.max(size < this.#startedAt ? 0 : this.#startedAt, size - 16_384)
    const bytes = Buffer.alloc(size - from)
    readSync(this.descriptor, bytes, 0, bytes.length, from)
    return bytes.toString('utf8')
  }

  close(): void {
    clearInterval(this.#timer)
    closeSync(this.descriptor)
  }
}

function moveIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, to)
}
