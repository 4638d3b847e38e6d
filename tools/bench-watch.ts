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
  const { perSecond, bytesAPerson, happenings } = measureStep(300)
  tell(
    `\nthe whole watch, an hour of fixes at a time: ${Math.round(perSecond).toLocaleString('en-US')} fixes a second, ` +
      `${Math.round(bytesAPerson)} bytes of stored state a person, ${happenings} happenings`,
  )
}
