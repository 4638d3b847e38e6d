import { accounts } from '../rooms/access/accounts/page.ts'
import { ownAccount } from '../rooms/access/own/page.ts'
import { commitment } from '../rooms/court/commitment/page.ts'
import { commitments } from '../rooms/court/commitments/page.ts'
import { newCommitment } from '../rooms/court/new/page.ts'
import { errata } from '../rooms/desk/errata/page.ts'
import { person } from '../rooms/desk/person/page.ts'
import { search } from '../rooms/desk/search/page.ts'
import { today } from '../rooms/desk/today/page.ts'
import { trail } from '../rooms/desk/trail/page.ts'
import { forwarders } from '../rooms/equipment/forwarders/page.ts'
import { models } from '../rooms/equipment/models/page.ts'
import { receiveUnits } from '../rooms/equipment/receive/page.ts'
import { unit } from '../rooms/equipment/unit/page.ts'
import { units } from '../rooms/equipment/units/page.ts'
import { application } from '../rooms/intake/application/page.ts'
import { appointment } from '../rooms/intake/appointment/page.ts'
import { appointments } from '../rooms/intake/appointments/page.ts'
import { booking } from '../rooms/intake/booking/page.ts'
import { appointmentHours } from '../rooms/intake/hours/page.ts'
import { lounge } from '../rooms/intake/lounge/page.ts'
import { screening } from '../rooms/intake/screening/page.ts'
import { fees } from '../rooms/money/fees/page.ts'
import { ledger } from '../rooms/money/ledger/page.ts'
import { takings } from '../rooms/money/takings/page.ts'
import { waiver } from '../rooms/money/waiver/page.ts'
import { waivers } from '../rooms/money/waivers/page.ts'
import { personDay } from '../rooms/monitoring/day/page.ts'
import { looks } from '../rooms/monitoring/looks/page.ts'
import { liveMap } from '../rooms/monitoring/map/page.ts'
import { alarms } from '../rooms/monitoring/queue/page.ts'
import { alarmWall } from '../rooms/monitoring/wall/page.ts'
import { personDetails } from '../rooms/people/details/page.ts'
import { newPerson } from '../rooms/people/new/page.ts'
import { enrolment } from '../rooms/programs/enrolment/page.ts'
import { enrolments } from '../rooms/programs/enrolments/page.ts'
import { parameters } from '../rooms/programs/parameters/page.ts'
import { worksheet } from '../rooms/programs/worksheet/page.ts'
import { contract } from '../rooms/work/contract/page.ts'
import { newSite } from '../rooms/work/new-site/page.ts'
import { roster } from '../rooms/work/roster/page.ts'
import { rosters } from '../rooms/work/rosters/page.ts'
import { schedule } from '../rooms/work/schedule/page.ts'
import { site } from '../rooms/work/site/page.ts'
import { siteSheet } from '../rooms/work/site-sheet/page.ts'
import { sites } from '../rooms/work/sites/page.ts'

/** Every page of the staff, one line each. */
export const pages = [
  today,
  alarms,
  alarmWall,
  search,
  person,
  trail,
  errata,
  accounts,
  ownAccount,
  newPerson,
  personDetails,
  commitments,
  newCommitment,
  commitment,
  enrolments,
  enrolment,
  worksheet,
  parameters,
  appointments,
  appointmentHours,
  lounge,
  appointment,
  application,
  screening,
  booking,
  fees,
  takings,
  ledger,
  waivers,
  waiver,
  rosters,
  roster,
  siteSheet,
  newSite,
  site,
  sites,
  contract,
  schedule,
  units,
  receiveUnits,
  models,
  forwarders,
  unit,
  liveMap,
  personDay,
  looks,
] as const
