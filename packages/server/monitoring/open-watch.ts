import { buildDoors } from './doors/doors-server.ts'
import { Reception } from './doors/reception.ts'
import { Watcher, type WatcherOptions } from './path/watcher.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** A running watch with its doors. */
export interface OpenWatch {
  watcher: Watcher
  listen(at: { host: string; port: number }): Promise<string>
  close(): Promise<void>
}

export interface WatchOptions extends Omit<WatcherOptions, 'ticks'> {
  /** Seconds that the office's clock is ahead of the units' (a demonstration that was moved); 0 in a real office. */
  aheadSeconds(): number
  /** Who lets time pass: the clock unless told, or its owner through `watcher.tick`. */
  ticks?: WatcherOptions['ticks']
  /** Time is let pass by the messages of a proof. */
  virtual?: VirtualClock
}

/** Starts the watch on a database; its doors open with `listen`. @throws when another watch runs on it */
export async function openWatch({
  aheadSeconds,
  virtual,
  ticks = virtual ? 'by-hand' : 'by-the-clock',
  ...options
}: WatchOptions): Promise<OpenWatch> {
  const watcher = new Watcher({ ...options, ticks })
  await watcher.start()
  const ahead = () => aheadSeconds() * 1000
  const doors = buildDoors(new Reception(watcher, ahead), (headers) =>
    virtual ? virtual.timeOf(headers) : options.now().epochMilliseconds - ahead(),
  )
  virtual?.serve(doors, watcher)
  return {
    watcher,
    listen: (at) => doors.listen(at),
    close: async () => {
      // What is on its way in is answered first.
      await doors.close()
      await watcher.stop()
    },
  }
}
