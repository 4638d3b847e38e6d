import type { Permission } from '../access/index.ts'

/** What a duty is to an office: what must not wait, what an officer decides, the field, the desk. */
type Work = 'at-once' | 'deciding' | 'field' | 'desk'

const deciding: readonly Permission[] = [
  'screening.decide',
  'leave.decide',
  'waiver.decide',
  'parameter.approve',
  'account.unlock',
  'alarm.supervise',
  'guideline.approve',
]
/** Somebody is followed by nothing, or leaves home and nobody is told, or an alarm is nobody's. */
const atOnce: readonly string[] = ['unit-to-fit', 'home-zone-to-draw', 'alarm-to-acknowledge']
const field: readonly Permission[] = ['home.write', 'zone.write', 'equipment.fit']

function workOf({ kind, permission }: { kind: string; permission: Permission }): Work {
  if (atOnce.includes(kind)) return 'at-once'
  if (deciding.includes(permission)) return 'deciding'
  return field.includes(permission) ? 'field' : 'desk'
}

/** Supervisors decide, deputies are in the field, and each may do what those before them do. */
function orderFor(permissions: ReadonlySet<Permission>): readonly Work[] {
  if (permissions.has('parameter.approve')) return ['at-once', 'deciding', 'field', 'desk']
  return ['at-once', 'field', 'deciding', 'desk']
}

/**
 * The lists that somebody with these permissions has a part in, their own work first; within it the order of the case.
 * @example listsFor(todayLists, ctx.permissions)
 */
export function listsFor<List extends { kind: string; permission: Permission }>(
  lists: readonly List[],
  permissions: ReadonlySet<Permission>,
): List[] {
  const order = orderFor(permissions)
  const place = (list: List) => order.indexOf(workOf(list))
  return lists
    .filter(({ permission }) => permissions.has(permission))
    .toSorted((one, other) => place(one) - place(other))
}
