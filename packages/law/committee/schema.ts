import { day, list, type ObjectSchema, object, oneOf, orNull, text, yesNo } from '../schema/schema.ts'
import type { SeatName } from './types.ts'

const seats: readonly SeatName[] = ['sheriff-designee', 'county-attorney', 'local-police', 'private-sector']

/** No field can hold compensation (ARS-H.3): any other field is refused. */
export const committeeSchema: ObjectSchema = object({
  members: list(
    object({
      id: text(),
      seat: oneOf(seats, 'Whose seat the member has'),
      chair: yesNo('Chairs the committee and schedules its meetings'),
      from: day(),
      until: orNull(day('First day on which the person no longer sits')),
    }),
    100,
  ),
  lastMeetingOn: orNull(day('Day of the last meeting; null: none yet')),
})

export const voteSchema: ObjectSchema = object({
  present: list(text(), 100, 'Members who were there'),
  inFavor: list(text(), 100, 'Members who voted for it'),
})

export const projectSchema: ObjectSchema = object({
  kind: oneOf(['public-works', 'community']),
  supervisedBy: oneOf(
    ['public-agency-of-this-state', 'community-organization', 'other'],
    'Who operates or sponsors it, and supervises it',
  ),
  recommendedOn: orNull(day('Day on which the committee recommended it')),
  approvedOn: orNull(day('Day on which the sheriff approved it')),
})
