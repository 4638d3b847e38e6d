import { measureStep, measureWatch } from '../bench/watch.ts'

/** `npm run bench -- watch`: how many fixes a second the watch evaluates on one core, and what a person costs. */
export function benchWatch(ladder: readonly number[], tell: (line: string) => void): void {
  const figures = measureWatch(ladder, tell)
  tell(
    `\n${'on one core'.padEnd(40)}${'people'.padStart(9)}${'a second'.padStart(13)}${'ratio'.padStart(8)}${'bytes each'.padStart(12)}`,
  )
  for (const { name, people, perSecond, ratio, bytesAPerson } of figures) {
    const bytes = bytesAPerson > 0 ? String(Math.round(bytesAPerson)) : ''
    tell(
      `${name.padEnd(40)}${String(people).padStart(9)}${Math.round(perSecond).toLocaleString('en-US').padStart(13)}${ratio.toFixed(1).padStart(8)}${bytes.padStart(12)}`,
    )
  }
  tell('\nthe whole watch, an hour of fixes at a time')
  for (const people of ladder.filter((people) => people <= MOST_STEPPED)) {
    const { perSecond, microsecondsLive, microsecondsStored, ...rest } = measureStep(people)
    tell(
      `${String(people).padStart(9)} people: ${Math.round(perSecond).toLocaleString('en-US')} fixes a second; ` +
        `fix by fix ${microsecondsLive.toFixed(1)} microseconds each; ${Math.round(rest.bytesAPerson)} bytes of stored state each, ` +
        `${Math.round(rest.bytesOfSettings)} of them settings, written in ${microsecondsStored.toFixed(0)} microseconds; ` +
        `${rest.happenings} happenings`,
    )
  }
}

/** The states of more people than this would fill the memory of a small machine. */
const MOST_STEPPED = 3_000
