import type { TestAccount } from '../../testing/office.ts'

/** Adds somebody to those whom a center can reach. @returns the id of the entry */
export async function addStaff(
  supervisor: TestAccount,
  who: TestAccount | null,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { status, body } = await supervisor.post('/api/monitoring/staff', {
    accountId: who?.id ?? null,
    name: who?.username ?? 'Somebody',
    phone: '916 555 0100',
    email: '',
    texts: false,
    note: '',
    ...more,
  })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.id
}

/** Plans a shift of somebody: tomorrow from eight to eight as supervisor, unless told. */
export const planShift = (supervisor: TestAccount, staffId: string, body: Record<string, unknown> = {}) =>
  supervisor.post('/api/monitoring/shifts', {
    staffId,
    post: 'supervisor',
    fromDay: supervisor.ctx.today.add({ days: 1 }).toString(),
    lastDay: null,
    weekdays: [],
    from: '08:00',
    to: '20:00',
    ...body,
  })
