import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { type CsvColumn, csv, csvAnswer } from '../../platform/files.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { read } from '../../platform/read.ts'
import { type Route, route } from '../../platform/route.ts'
import { day, id, limit } from '../../platform/schemas.ts'
import { type LateSite, lateSite, lateSites } from './late-rosters.ts'
import { printRoster } from './print-roster.ts'
import { recordReturned, recordSent, returnedForm, sentForm } from './record-roster.ts'
import { type RosterPage, readRoster, rosterPage } from './roster.ts'
import { type ListedRoster, listedRoster, listRosters, rosterListCsv, rosterStates } from './roster-list.ts'
import { mondayOf, mostWeeks, week } from './week.ts'

const ofRoster = z.object({ siteId: id, week })
const format = z.enum(['json', 'csv']).default('json')

/** One line of a roster as CSV: a person on a day. */
type RosterLine = { person: RosterPage['people'][number]; day: RosterPage['people'][number]['days'][number] }

const rosterCsv: readonly CsvColumn<RosterLine>[] = [
  { title: 'Name', value: ({ person }) => person.name },
  { title: 'Date of birth', value: ({ person }) => person.birthDate?.toString() ?? '' },
  { title: 'Work limits', value: ({ person }) => person.limits.join(' ') },
  { title: 'Day', value: ({ day }) => day.day.toString() },
  { title: 'Mark', value: ({ day }) => day.mark ?? '' },
  { title: 'Hours', value: ({ day }) => (day.minutes === null ? '' : day.minutes / 60) },
]

/** Rosters: weeks by site, one week, sending, returning, printing. */
export const rosterRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/work-release/rosters',
    permission: 'roster.read',
    summary: 'Weeks with people by site, and what is missing; as CSV where asked',
    query: z.object({
      from: day.optional(),
      lastDay: day.optional(),
      siteId: id.optional(),
      state: z.enum(rosterStates).optional(),
      limit,
      format,
    }),
    response: z.object({ from: day, lastDay: day, rosters: z.array(listedRoster) }),
    handle: async ({ office, ctx, query, reply }) => {
      const from = mondayOf(query.from ?? ctx.today.subtract({ weeks: 3 }))
      const lastDay = mondayOf(query.lastDay ?? ctx.today.add({ weeks: 3 })).add({ days: 6 })
      const weeks = (from.until(lastDay).days + 1) / 7
      if (weeks < 1 || weeks > mostWeeks) throw fieldProblem('lastDay', `Ask for 1 to ${mostWeeks} weeks.`)
      const rosters = await read<'work', ListedRoster[]>(office.db, ctx, (tx) =>
        listRosters(tx, ctx, { ...query, from, until: lastDay.add({ days: 1 }) }),
      )
      if (query.format === 'json') return { from, lastDay, rosters }
      return csvAnswer(reply, `rosters-${from}`, csv(rosters, rosterListCsv, ctx.agency.timeZone))
    },
  }),
  route({
    method: 'GET',
    path: '/api/work-release/late-rosters',
    permission: 'roster.read',
    summary: 'Sites without a roster for two weeks or more',
    response: z.object({ sites: z.array(lateSite) }),
    handle: async ({ office, ctx }) => ({
      sites: await read<'work', LateSite[]>(office.db, ctx, (tx) => lateSites(tx, ctx)),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/work-release/rosters/:siteId/:week',
    permission: 'roster.read',
    summary: 'A week’s roster of a site; as CSV where asked',
    params: ofRoster,
    query: z.object({ format }),
    response: rosterPage,
    handle: async ({ office, ctx, params, query, reply }) => {
      const roster = await read<'work', RosterPage>(office.db, ctx, (tx) =>
        readRoster(tx, params.siteId, params.week),
      )
      if (query.format === 'json') return roster
      const lines = roster.people.flatMap((person) => person.days.map((day) => ({ person, day })))
      return csvAnswer(
        reply,
        `roster-${roster.site.name}-${params.week}`,
        csv(lines, rosterCsv, ctx.agency.timeZone),
      )
    },
  }),
  route({
    method: 'POST',
    path: '/api/work-release/rosters/:siteId/:week/print',
    permission: 'roster.read',
    summary: 'Ask for a roster as a paper',
    params: ofRoster,
    body: z.strictObject({ language: z.enum(['en', 'es']).default('en') }),
    response: z.object({ documentId: id }),
    handle: async ({ office, ctx, params, body }) => act(office.db, ctx, printRoster, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/rosters/:siteId/:week/sent',
    permission: 'attendance.write',
    summary: 'Record that a roster went to its site',
    params: ofRoster,
    body: sentForm,
    response: z.object({ id }),
    handle: async ({ office, ctx, params, body }) => act(office.db, ctx, recordSent, { ...params, ...body }),
  }),
  route({
    method: 'POST',
    path: '/api/work-release/rosters/:siteId/:week/returned',
    permission: 'attendance.write',
    summary: 'Enter a roster that came back, with everything ticked on it, as one act',
    params: ofRoster,
    body: returnedForm,
    response: z.object({ id, marked: z.int() }),
    handle: async ({ office, ctx, params, body }) =>
      act(office.db, ctx, recordReturned, { ...params, ...body }),
  }),
]
