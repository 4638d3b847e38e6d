/** A program that offices run, by the law pack it stands on. */
export interface ProgramRun {
  /** Name of the law pack. */
  pack: string
  /** What people call the program. */
  name: string
  /** Begins each booking number: `WAP-2026-00001`. */
  prefix: string
  /** How the sentence is served: by days of work, or at home. */
  served: 'by-work' | 'at-home'
  /** The county whose office runs it. */
  county: string
}

/** Every program that an enrolment can be opened in. */
export const programsRun: readonly ProgramRun[] = [
  {
    pack: 'contra-costa/work-alternative',
    name: 'Work Alternative Program',
    prefix: 'WAP',
    served: 'by-work',
    county: 'Contra Costa',
  },
  {
    pack: 'sacramento/home-detention',
    name: 'Home Detention',
    prefix: 'HD',
    served: 'at-home',
    county: 'Sacramento',
  },
  {
    pack: 'sacramento/home-detention-expanded',
    name: 'Home Detention, expanded program',
    prefix: 'HDX',
    served: 'at-home',
    county: 'Sacramento',
  },
]

/** The programs of an office, the usual one first; of a county that has none of its own, the first of all. */
export function programsOf(county: string): readonly ProgramRun[] {
  const own = programsRun.filter((program) => program.county === county)
  return own.length > 0 ? own : programsRun.slice(0, 1)
}

/** The program with this pack, or undefined. */
export const programRun = (pack: string): ProgramRun | undefined =>
  programsRun.find((program) => program.pack === pack)
