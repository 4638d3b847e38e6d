import { useLingui } from '@lingui/react/macro'
import type { Role } from '../../../api/session-store.ts'
import { roleNames } from '../../../app/roles.ts'

/** Every role as an option of a form. */
export function useRoleOptions(): { value: Role; label: string }[] {
  const { i18n } = useLingui()
  return (Object.keys(roleNames) as Role[]).map((role) => ({ value: role, label: i18n._(roleNames[role]) }))
}
