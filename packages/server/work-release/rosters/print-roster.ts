import type { Temporal } from 'temporal-polyfill'
import { verb } from '../../platform/act.ts'
import { askDocument } from '../../platform/documents.ts'
import { Problem } from '../../platform/problem.ts'
import { limitWords } from '../sites/limits.ts'
import { readRoster } from './roster.ts'
import { daysOf } from './week.ts'

/**
 * Asks for a week's roster of a site as a paper: people by day with large boxes to tick (WAP-P6.1, P6.2). It
 * says who, born when, and their work limits; nothing of a case (WAP-SITE.3).
 * @throws Problem `not-found`; `cannot-be` for a week without people
 */
export const printRoster = verb(
  'work.print-roster',
  async (work, input: { siteId: string; week: Temporal.PlainDate; language: 'en' | 'es' }) => {
    const { ctx, db } = work
    const roster = await readRoster(db, input.siteId, input.week)
    if (roster.people.length === 0)
      throw new Problem('cannot-be', 'Nobody is down for this week: there is nothing to print.')
    const { language } = input
    return askDocument(work, {
      kind: 'work/roster',
      title: titleOf(roster.site.name, input.week, language),
      personId: null,
      about: { site: input.siteId, week: input.week.toString() },
      language,
      footer: `${roster.site.name} · ${input.week} · ${ctx.today}`,
      data: {
        site: roster.site,
        week: input.week.toString(),
        days: daysOf(input.week).map(String),
        people: roster.people.map((person) => ({
          name: person.name,
          birthDate: person.birthDate?.toString() ?? null,
          limits: person.limits.map((limit) => limitWords[language][limit]).join(', '),
          days: person.days.map((day) => day.day.toString()),
        })),
      },
    })
  },
)

function titleOf(site: string, week: Temporal.PlainDate, language: 'en' | 'es'): string {
  const on = week.toLocaleString(language, { month: 'short', day: 'numeric', year: 'numeric' })
  return language === 'es'
    ? `Lista de trabajo: ${site}, semana del ${on}`
    : `Work roster: ${site}, week of ${on}`
}
