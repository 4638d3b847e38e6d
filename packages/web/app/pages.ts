import { accounts } from '../rooms/access/accounts/page.ts'
import { delegations } from '../rooms/access/delegations/page.ts'
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
import { detention } from '../rooms/home/detention/page.ts'
import { detentions } from '../rooms/home/detentions/page.ts'
import { evaluation } from '../rooms/home/evaluation/page.ts'
import { hours } from '../rooms/home/hours/page.ts'
import { ownLeave } from '../rooms/home/leave/page.ts'
import { leaveAsked } from '../rooms/home/leave-asked/page.ts'
import { leaves } from '../rooms/home/leaves/page.ts'
import { zoneSet } from '../rooms/home/set/page.ts'
import { zoneSets } from '../rooms/home/sets/page.ts'
import { zone } from '../rooms/home/zone/page.ts'
import { zones } from '../rooms/home/zones/page.ts'
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
import { alarmFile } from '../rooms/monitoring/alarm-file/page.ts'
import { channels } from '../rooms/monitoring/channels/page.ts'
import { closedAlarms } from '../rooms/monitoring/closed/page.ts'
import { personDay } from '../rooms/monitoring/day/page.ts'
import { deadSpots } from '../rooms/monitoring/dead-spots/page.ts'
import { followed } from '../rooms/monitoring/followed/page.ts'
import { guideline } from '../rooms/monitoring/guideline/page.ts'
import { guidelines } from '../rooms/monitoring/guidelines/page.ts'
import { helpLog } from '../rooms/monitoring/help/page.ts'
import { looks } from '../rooms/monitoring/looks/page.ts'
import { liveMap } from '../rooms/monitoring/map/page.ts'
import { messages } from '../rooms/monitoring/messages/page.ts'
import { notTaken } from '../rooms/monitoring/not-taken/page.ts'
import { onCall } from '../rooms/monitoring/on-call/page.ts'
import { alarms } from '../rooms/monitoring/queue/page.ts'
import { shifts } from '../rooms/monitoring/shifts/page.ts'
import { alarmWall } from '../rooms/monitoring/wall/page.ts'
import { personDetails } from '../rooms/people/details/page.ts'
import { newPerson } from '../rooms/people/new/page.ts'
import { enrolment } from '../rooms/programs/enrolment/page.ts'
import { enrolments } from '../rooms/programs/enrolments/page.ts'
import { parameters } from '../rooms/programs/parameters/page.ts'
import { worksheet } from '../rooms/programs/worksheet/page.ts'
import { contract } from '../rooms/work-release/contract/page.ts'
import { newSite } from '../rooms/work-release/new-site/page.ts'
import { roster } from '../rooms/work-release/roster/page.ts'
import { rosters } from '../rooms/work-release/rosters/page.ts'
import { schedule } from '../rooms/work-release/schedule/page.ts'
import { site } from '../rooms/work-release/site/page.ts'
import { siteSheet } from '../rooms/work-release/site-sheet/page.ts'
import { sites } from '../rooms/work-release/sites/page.ts'

/** Every page of the staff, one line each. */
export const pages = [
  today,
  alarms,
  alarmFile,
  alarmWall,
  closedAlarms,
  followed,
  deadSpots,
  notTaken,
  search,
  person,
  trail,
  errata,
  accounts,
  delegations,
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
  detentions,
  detention,
  evaluation,
  liveMap,
  personDay,
  looks,
  zones,
  zone,
  hours,
  ownLeave,
  leaves,
  leaveAsked,
  zoneSets,
  zoneSet,
  helpLog,
  shifts,
  onCall,
  messages,
  guidelines,
  guideline,
  channels,
] as const
