/** What one question took, over many askings. */
export interface Measured {
  name: string
  count: number
  medianMs: number
  p95Ms: number
  failed: number
}

/** How long and how often a question is asked at the most. */
const longestMs = 5000
const mostAsked = 800
/** Askings before anything is counted: caches and plans are warm, as they are in an office at work. */
const warmUp = 24

/**
 * Asks one question in a closed loop: `concurrency` askers, each asking again when it is answered.
 * @param path a new address each time
 */
export async function measure(
  name: string,
  ask: { origin: string; headers: Readonly<Record<string, string>>; path: () => string },
  concurrency: number,
): Promise<Measured> {
  let failed = 0
  const once = async (): Promise<number> => {
    const began = performance.now()
    const reply = await fetch(`${ask.origin}/api/${ask.path()}`, { headers: ask.headers })
    await reply.arrayBuffer()
    if (!reply.ok) failed++
    return performance.now() - began
  }
  const times: number[] = []
  const asker = async (most: number, until: number) => {
    while (times.length < most && performance.now() < until) times.push(await once())
  }
  const round = (most: number) => {
    const until = performance.now() + longestMs
    return Promise.all(Array.from({ length: concurrency }, () => asker(most, until)))
  }
  await round(warmUp)
  times.length = 0
  await round(mostAsked)
  times.sort((one, other) => one - other)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { name, count: times.length, medianMs: at(0.5), p95Ms: at(0.95), failed }
}
