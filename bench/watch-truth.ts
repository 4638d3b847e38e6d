import { outageFound, type Score, scoreOf, simulate, watched } from '../packages/simulator/index.ts'

const FALSE_AIM = 0.05

/**
 * What the watch finds of what is true, and what it says of what is not, over simulated people whose truth is known.
 *
 * @returns whether every true absence was found and false incidents keep to the aim
 */
export function measureTruth(people: number, days: number, tell: (line: string) => void): boolean {
  const began = performance.now()
  const scores = Array.from({ length: people }, (_, seed) => {
    const run = simulate(seed, days, { level: levelOf(seed), looseStrap: true })
    return scoreOf(run, watched(run))
  })
  const seconds = (performance.now() - began) / 1000
  const personDays = people * days
  tell(`${people} people over ${days} days, ${personDays} person-days, in ${seconds.toFixed(0)} s\n`)
  const all = foundOf(scores, tell)
  const wrong = incidentsOf(scores, personDays, tell)
  tell(
    `\nFalse incidents a person a day: ${(wrong / personDays).toFixed(4)}, and the aim is at most ${FALSE_AIM}.`,
  )
  const outage = outageFound(people)
  tell(
    `\nA carrier down for three quarters of an hour: ${outage.there} units silent by it, ${outage.found} of them told of as one outage, ${outage.wrong} outages told of that were none.`,
  )
  return all && wrong / personDays <= FALSE_AIM && outage.wrong === 0
}

/** Of ten people one is followed passively and one on demand. */
const levelOf = (seed: number) => (seed % 10 === 8 ? 'passive' : seed % 10 === 9 ? 'on-demand' : 'active')

function foundOf(scores: readonly Score[], tell: (line: string) => void): boolean {
  const names = Object.keys(scores[0]!.found) as (keyof Score['found'])[]
  tell(`${'true'.padEnd(32)}${'there'.padStart(8)}${'found'.padStart(8)}${'recall'.padStart(9)}`)
  return names
    .map((name) => {
      const there = scores.reduce((sum, score) => sum + score.found[name].there, 0)
      const found = scores.reduce((sum, score) => sum + score.found[name].found, 0)
      tell(`${name.padEnd(32)}${String(there).padStart(8)}${String(found).padStart(8)}${share(found, there)}`)
      return found === there || name === 'absences without a fix'
    })
    .every((complete) => complete)
}

function incidentsOf(scores: readonly Score[], personDays: number, tell: (line: string) => void): number {
  const kinds = [...new Set(scores.flatMap((score) => Object.keys(score.incidents)))].sort()
  tell(
    `\n${'incident'.padEnd(32)}${'said'.padStart(8)}${'false'.padStart(8)}${'precision'.padStart(11)}${'a day'.padStart(9)}`,
  )
  let wrong = 0
  for (const kind of kinds) {
    const said = scores.reduce((sum, score) => sum + (score.incidents[kind]?.said ?? 0), 0)
    const false_ = scores.reduce((sum, score) => sum + (score.incidents[kind]?.wrong ?? 0), 0)
    wrong += false_
    tell(
      `${kind.padEnd(32)}${String(said).padStart(8)}${String(false_).padStart(8)}${share(said - false_, said).padStart(11)}${(said / personDays).toFixed(3).padStart(9)}`,
    )
  }
  return wrong
}

const share = (part: number, whole: number): string =>
  (whole === 0 ? '–' : (part / whole).toFixed(3)).padStart(9)
