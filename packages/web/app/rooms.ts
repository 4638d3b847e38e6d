import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** The rooms of the office, in the order in which they stand at the left. A room without pages is not shown. */
export const rooms = {
  desk: msg`Desk`,
  people: msg`People`,
  court: msg`Court`,
  programs: msg`Programs`,
  intake: msg`Intake`,
  work: msg`Work`,
  home: msg`Home detention`,
  equipment: msg`Equipment`,
  monitoring: msg`Monitoring`,
  money: msg`Money`,
  testing: msg`Testing`,
  contacts: msg`Contacts`,
  conduct: msg`Conduct`,
  reviews: msg`Reviews`,
  committee: msg`Committee`,
  community: msg`Community`,
  reports: msg`Reports`,
  access: msg`Administration`,
} satisfies Record<string, MessageDescriptor>

export type Room = keyof typeof rooms
