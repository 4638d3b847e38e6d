import { type Pack, say } from '@inlieu/law'
import { Temporal } from 'temporal-polyfill'
import type { Work } from '../../platform/act.ts'
import { askDocument } from '../../platform/documents.ts'
import type { Place } from '../places/take-places.ts'
import type { WorkEnrolment } from '../schedule/enrolment.ts'
import { milesBetween, pointOf } from '../sites/distance.ts'
import { sketchOf } from './sketch.ts'

/** A version of a contract to be printed. */
export interface PrintedContract {
  contractId: string
  version: number
  enrolment: WorkEnrolment
  /** The days to be worked. */
  days: readonly Place[]
  pack: Pack
  /** Another language than the person's. */
  language?: 'en' | 'es'
}

/**
 * Asks for the work schedule contract and promise to appear as a paper (WAP-BOOK.5): person, days, site with
 * address, map and report time, the reminders (a) to (g), and where to sign.
 */
export async function askContractPaper(
  work: Work<'work'>,
  printed: PrintedContract,
): Promise<{ documentId: string }> {
  const { enrolment, pack } = printed
  const language = printed.language ?? enrolment.language
  const title = `${language === 'es' ? 'Contrato de trabajo' : 'Work schedule contract'} ${enrolment.number}, ${
    language === 'es' ? 'versión' : 'version'
  } ${printed.version}`
  return askDocument(work, {
    kind: 'work/contract',
    title,
    personId: enrolment.personId,
    about: { contract: printed.contractId, enrolment: enrolment.id },
    language,
    footer: `${enrolment.number} · ${pack.title} ${pack.version} (${pack.hash.slice(0, 12)}) · ${work.ctx.today}`,
    data: {
      name: [enrolment.givenNames, enrolment.familyName, enrolment.suffix].filter(Boolean).join(' '),
      birthDate: enrolment.birthDate?.toString() ?? null,
      address: enrolment.address,
      number: enrolment.number,
      version: printed.version,
      days: await daysPrinted(work, printed.days),
      sites: await sitesPrinted(work, printed),
      reminders: remindersOf(pack).map((code) => say(language, code)),
    },
  })
}

/** The verbal reminders (a) to (g) of WAP-BOOK.5. */
function remindersOf(pack: Pack): readonly string[] {
  return pack.intakeItems.find((item) => item.name === 'rules-reminder')?.reminders ?? []
}

async function daysPrinted({ db }: Work<'work'>, days: readonly Place[]) {
  const sites = await sitesOf(db, days)
  return [...days]
    .sort((a, b) => Temporal.PlainDate.compare(a.day, b.day))
    .map((place) => {
      const site = sites.find((candidate) => candidate.id === place.siteId)!
      return {
        day: place.day.toString(),
        site: site.name,
        reportAt: site.report_at,
        minutes: site.day_minutes,
      }
    })
}

async function sitesPrinted({ db }: Work<'work'>, { days, enrolment }: PrintedContract) {
  const sites = await sitesOf(db, days)
  return sites.map((site) => ({
    name: site.name,
    organization: site.organization,
    address: [site.line1, site.line2, site.city, `${site.state} ${site.zip}`]
      .filter((part) => part.trim() !== '')
      .join(', '),
    meetingPoint: site.meeting_point,
    directions: site.directions,
    reportAt: site.report_at,
    minutes: site.day_minutes,
    tasks: site.tasks,
    supervisorName: site.supervisor_name,
    supervisorPhone: site.supervisor_phone,
    miles: milesBetween(enrolment.residence, pointOf(site)),
    sketch: sketchOf(enrolment.residence, pointOf(site)),
  }))
}

async function sitesOf(db: Work<'work'>['db'], days: readonly Place[]) {
  const ids = [...new Set(days.map((place) => place.siteId))]
  if (ids.length === 0) return []
  return db.selectFrom('work.site').selectAll().where('id', 'in', ids).orderBy('name').execute()
}
