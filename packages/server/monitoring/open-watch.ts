import { buildDoors } from './doors/doors-server.ts'
import { Reception } from './doors/reception.ts'
import { Watcher, type WatcherOptions } from './path/watcher.ts'

/** A running watch with its doors. */
export interface OpenWatch {
  watcher: Watcher
  listen(at: { host: string; port: number }): Promise<string>
  close(): Promise<void>
}

export interface WatchOptions extends WatcherOptions {
  /** Seconds that the office's clock is ahead of the units' (a demonstration that was moved); 0 in a real office. */
  aheadSeconds(): number
}

/** Starts the watch on a database; its doors open with `listen`. @throws when another watch runs on it */
export async function openWatch(options: WatchOptions): Promise<OpenWatch> {
  const watcher = new Watcher(options)
  await watcher.start()
  const ahead = () => options.aheadSeconds() * 1000
  const doors = buildDoors(new Reception(watcher, ahead), () => options.now().epochMilliseconds - ahead())
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
