import type { Selectable } from 'kysely'
import type { DB } from '../../platform/database.ts'

type SiteRow = Selectable<DB['work.site']>

/** A stored site as the form's fields, in JSON: what a conflict shows beside what was typed. */
export function formOf(site: SiteRow) {
  return {
    name: site.name,
    organization: site.organization,
    kind: site.kind,
    line1: site.line1,
    line2: site.line2,
    city: site.city,
    state: site.state,
    zip: site.zip,
    latitude: site.placed_by === 'hand' ? site.latitude : null,
    longitude: site.placed_by === 'hand' ? site.longitude : null,
    contractReference: site.contract_reference,
    contractSignedOn: site.contract_signed_on?.toString() ?? null,
    contractFrom: site.contract_from?.toString() ?? null,
    contractLastDay: site.contract_until?.subtract({ days: 1 }).toString() ?? null,
    tasks: site.tasks,
    demands: site.demands,
    cannotTake: site.cannot_take,
    meetingPoint: site.meeting_point,
    directions: site.directions,
    reportAt: site.report_at,
    dayMinutes: site.day_minutes,
    supervisorName: site.supervisor_name,
    supervisorPhone: site.supervisor_phone,
    languages: site.languages,
  }
}
