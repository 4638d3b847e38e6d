import { CallRefused } from '../../packages/server/demonstration/caller.ts'
import { callerOf } from '../case/driven.ts'

/** Of the monitoring center, what its forms are about; named as the pages name it. */
export interface Center {
  /** Somebody on its list, planned and on call. */
  reached: string
  /** Number of a request for help that waits. */
  helpNumber: string
}

/** Gives the center of the second office a plan, somebody on call, a call to answer, and the first a way out. */
export async function layOutCenter(origin: string): Promise<Center> {
  const supervisor = await callerOf(origin, 'sac-supervisor')
  const operator = await callerOf(origin, 'sac-operator')
  const reached = 'Desk of the Evening Shift'
  const { id: staffId } = await supervisor.post<{ id: string }>('/api/monitoring/staff', {
    accountId: null,
    name: reached,
    phone: '916 555 0160',
    email: '',
    texts: false,
    note: '',
  })
  const { from } = await supervisor.get<{ from: string }>('/api/monitoring/shifts')
  await supervisor.post('/api/monitoring/shifts', {
    staffId,
    post: 'operator',
    fromDay: from,
    lastDay: null,
    weekdays: [],
    from: '23:00',
    to: '07:00',
  })
  await supervisor.post('/api/monitoring/on-call', {
    staffId,
    place: 9,
    fromDay: from,
    from: '00:00',
    toDay: null,
    to: null,
  })
  const { present } = await supervisor.get<{ present: { name: string; post: string }[] }>(
    '/api/monitoring/shifts',
  )
  const isThere = (name: string) => present.some((each) => each.name.startsWith(name))
  // The supervisor is at a post and can hand it over; the operator is at none and can take one.
  if (!isThere('Supervisor Ash'))
    await unlessDone(
      supervisor.post('/api/monitoring/take-over', { post: 'supervisor', relieves: null, note: '' }),
    )
  if (isThere('Operator Noor'))
    await unlessDone(operator.post('/api/monitoring/hand-over', { note: 'Nothing to say.', leaves: true }))
  const { number } = await operator.post<{ number: number }>('/api/monitoring/help', {
    caller: 'Deputy Rory Instance',
    phone: '',
    kind: 'equipment',
    request: 'A strap is missing.',
    personId: null,
    calledAt: null,
  })
  await layOutGuideline(origin)
  await layOutChannel(origin)
  return { reached, helpNumber: String(number) }
}

/** Each worker lays the one post out for itself, perhaps at the same moment: what the other has done needs no doing. */
async function unlessDone(act: Promise<unknown>): Promise<void> {
  await act.catch((error: unknown) => {
    if (!(error instanceof CallRefused && error.status === 422)) throw error
  })
}

async function layOutGuideline(origin: string): Promise<void> {
  const sergeant = await callerOf(origin, 'sac-sergeant')
  await sergeant.post('/api/monitoring/guidelines', {
    subject: 'staffing',
    protocol: null,
    numbers: { helpMinutes: 10 },
    from: null,
    reason: 'Agreed with the deputies.',
  })
}

/** Nothing leaves by it: nobody listens at that port. */
async function layOutChannel(origin: string): Promise<void> {
  const admin = await callerOf(origin, 'admin')
  await admin.post('/api/monitoring/channels/email', {
    kind: 'smtp',
    host: '127.0.0.1',
    port: 9,
    security: 'none',
    sender: 'center@county.example',
    user: '',
    passwordFile: null,
    authorityFile: null,
  })
}
