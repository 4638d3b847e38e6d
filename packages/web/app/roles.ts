import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Role } from '../api/session-store.ts'

/** The people of the system, in words. */
export const roleNames: Record<Role, MessageDescriptor> = {
  clerk: msg`Clerk`,
  deputy: msg`Deputy`,
  sergeant: msg`Sergeant`,
  lieutenant: msg`Lieutenant`,
  'bureau-manager': msg`Bureau manager`,
  'bureau-commander': msg`Bureau commander`,
  sheriff: msg`Sheriff or designee`,
  'chief-probation-officer': msg`Chief Probation Officer or designee`,
  operator: msg`Monitoring operator`,
  'operator-supervisor': msg`Monitoring supervisor`,
  'probation-officer': msg`Probation officer`,
  'identification-bureau': msg`Identification bureau`,
  classification: msg`Classification`,
  'parole-unit': msg`Parole unit`,
  laboratory: msg`Laboratory`,
  'treatment-provider': msg`Treatment provider`,
  'court-clerk': msg`Court clerk`,
  'site-supervisor': msg`Work-site supervisor`,
  'committee-member': msg`Committee member`,
  'committee-chair': msg`Committee chair`,
  treasurer: msg`Treasurer`,
  auditor: msg`Auditor`,
  participant: msg`Participant`,
  administrator: msg`Administrator`,
}
