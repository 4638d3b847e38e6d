import { Temporal } from 'temporal-polyfill'
import { defaultProtocol } from '../../monitoring/guidelines/default-protocols.ts'
import type { Caller } from '../caller.ts'
import type { FoundedAccounts } from '../found-office.ts'
import { appointmentHours } from '../office-setup.ts'
import { everybodyOf, participants } from './participants.ts'
import { type ClosedArea, parks, schools } from './schools.ts'

/** Who sets the second office up. */
export interface SacramentoStaff {
  deputy: Caller
  sergeant: Caller
  commander: Caller
  operator: Caller
  supervisor: Caller
}

/** Units received of each model: as many as EMP-11.3 keeps in the field and on the shelf. */
const unitsOf = { onePiece: 300, phone: 30 } as const
/** Units that are received in one act at most. */
const atOnce = 150

/**
 * The second office before anybody is in it: what its alarms ask for, laid down by one officer and approved by
 * another (EMP-7.3), the monitoring center's shifts and who is on call (EMP-7.1), models, prices and units
 * (EMP-11.3, EMP-A.1), and the areas that nobody may enter (EMP-8.3).
 */
export async function setUpSacramento(
  staff: SacramentoStaff,
  accounts: FoundedAccounts,
  now: Temporal.ZonedDateTime,
): Promise<void> {
  const today = now.toPlainDate().toString()
  await layDownGuidelines(staff)
  await planShifts(staff.supervisor, accounts, now)
  await takePosts(staff)
  await openDesk(staff.sergeant, now.toPlainDate())
  await fillInventory(staff.deputy, today)
  await wearOut(staff.deputy)
  await drawSets(staff.sergeant)
  await settleCapacity(staff, today)
}

/** Appointments for those who apply. */
async function openDesk(sergeant: Caller, today: Temporal.PlainDate): Promise<void> {
  await sergeant.post('/api/intake/hours', {
    fromDay: today.toString(),
    slotMinutes: 30,
    capacity: 3,
    hours: appointmentHours,
    authority: 'Demonstration',
  })
}

/** The last units of the shelf have had their time: in repair, lost, out of service. */
async function wearOut(deputy: Caller): Promise<void> {
  const { units } = await deputy.get<{ units: { id: string; serial: string }[] }>(
    '/api/equipment/units?limit=500',
  )
  const steps = [
    ['fault', 'charging', 'Charges no more than half (made up).'],
    ['to-repair', null, 'Sent in with the others (made up).'],
    ['fault', 'strap', 'Strap sensor tells of cuts that are none (made up).'],
    ['to-repair', null, ''],
    ['lost', null, 'Not in the drawer at the count (made up).'],
    ['lost', null, 'Left in a car that was sold (made up).'],
    ['retired', null, 'Fell into the river; dried, and silent (made up).'],
  ] as const
  // A fault and the repair after it are of one unit.
  const places = [0, 0, 1, 1, 2, 3, 4]
  for (const [index, [kind, code, note]] of steps.entries()) {
    const serial = serialOf('A1', unitsOf.onePiece - 1 - places[index]!)
    const { id } = units.find((unit) => unit.serial === serial)!
    await deputy.post(`/api/equipment/units/${id}/steps`, { kind, code, note })
  }
}

/** Two guidelines of the office's own; one more waits for approval. */
async function layDownGuidelines({ sergeant, commander }: SacramentoStaff): Promise<void> {
  const strap = defaultProtocol('strap')
  const own = { ...strap, minutes: { ...strap.minutes, resolve: 45 } }
  const strapId = await enter(sergeant, 'protocol:strap', own, 'Strap alarms are resolved within 45 minutes.')
  await commander.post(`/api/monitoring/guidelines/${strapId}/approve`, {})
  const anyKind = await sergeant.post<{ id: string }>('/api/monitoring/guidelines', {
    subject: 'parameters',
    protocol: null,
    numbers: { leaveFixes: 3, contactActive: 900 },
    from: null,
    reason: 'Numbers of the office, as its commander set them (made up).',
  })
  await commander.post(`/api/monitoring/guidelines/${anyKind.id}/approve`, {})
  const battery = defaultProtocol('battery-low')
  await enter(
    sergeant,
    'protocol:battery-low',
    { ...battery, minutes: { ...battery.minutes, acknowledge: 30 } },
    'A low battery is taken on within half an hour.',
  )
}

async function enter(by: Caller, subject: string, protocol: unknown, reason: string): Promise<string> {
  const { id } = await by.post<{ id: string }>('/api/monitoring/guidelines', {
    subject,
    protocol,
    numbers: null,
    from: null,
    reason,
  })
  return id
}

/** Operator and supervisor are there, so that the demonstration begins with no gap (EMP-7.1). */
async function takePosts({ operator, supervisor }: SacramentoStaff): Promise<void> {
  const note = 'Quiet. Units are being let in one after the other (made up).'
  await operator.post('/api/monitoring/take-over', { post: 'operator', relieves: null, note })
  await supervisor.post('/api/monitoring/take-over', { post: 'supervisor', relieves: null, note })
}

/** The hours at which the shift of the day begins and ends. */
const [dayBegins, dayEnds] = [6, 18]

/** Somebody at every hour of the next four weeks, a supervisor too (EMP-7.1). */
async function planShifts(
  supervisor: Caller,
  accounts: FoundedAccounts,
  now: Temporal.ZonedDateTime,
): Promise<void> {
  const today = now.toPlainDate().toString()
  // Before morning the shift of yesterday's night goes on; in the evening the next day's is tomorrow's.
  const thisNight = addDays(today, now.hour < dayBegins ? -1 : 0)
  const nextDay = addDays(today, now.hour < dayEnds ? 0 : 1)
  const card = (name: string, phone: string, username: string | null) =>
    supervisor
      .post<{ id: string }>('/api/monitoring/staff', {
        accountId: username === null ? null : accounts.get(username)!,
        name,
        phone,
        email: '',
        texts: false,
        note: '',
      })
      .then(({ id }) => id)
  const day = await card('Operator Noor Signal', '(916) 555-0111', 'sac-operator')
  const night = await card('Operator Lane Nightshift', '(916) 555-0112', null)
  const lead = await card('Supervisor Ash Monitor', '(916) 555-0113', 'sac-supervisor')
  const nightLead = await card('Supervisor Kai Lateshift', '(916) 555-0114', null)
  const first = await card('Deputy Jess Example', '(916) 555-0121', 'sac-deputy')
  const second = await card('Deputy Rory Instance', '(916) 555-0122', 'sac-deputy-2')
  const lastDay = addDays(today, 27)
  for (const [staffId, post, fromDay, from, to] of [
    [day, 'operator', nextDay, '06:00', '18:00'],
    [night, 'operator', thisNight, '18:00', '06:00'],
    [lead, 'supervisor', nextDay, '06:00', '18:00'],
    [nightLead, 'supervisor', thisNight, '18:00', '06:00'],
  ] as const)
    await supervisor.post('/api/monitoring/shifts', {
      staffId,
      post,
      fromDay,
      lastDay,
      weekdays: [],
      from,
      to,
    })
  for (const [place, staffId] of [first, second].entries())
    await supervisor.post('/api/monitoring/on-call', {
      staffId,
      place: place + 1,
      fromDay: today,
      from: '00:00',
      toDay: null,
      to: null,
    })
}

async function fillInventory(deputy: Caller, today: string): Promise<void> {
  const add = (model: Record<string, unknown>) =>
    deputy.post<{ id: string }>('/api/equipment/models', model).then(({ id }) => id)
  const onePiece = await add({
    maker: 'Example Works',
    name: 'One-piece A1',
    kind: 'gps',
    levels: ['active', 'passive', 'on-demand'],
    batteryHours: 30,
    lifeMonths: 12,
    strap: 'Cut to length; a strap is used once',
    water: 'To 15 feet, bath and shower',
    charging: 'Two hours every evening, on the body',
    signals: ['vibrate', 'light', 'locate'],
  })
  const phone = await add({
    maker: 'Example Works',
    name: 'Check-in telephone',
    kind: 'phone',
    levels: ['active'],
    batteryHours: 30,
    lifeMonths: 24,
    strap: '',
    water: '',
    charging: 'Like any telephone, every night',
    signals: ['locate'],
  })
  const price = (model: string, inFieldCents: number, onShelfCents: number) =>
    deputy.post(`/api/equipment/models/${model}/prices`, {
      fromDay: today,
      inFieldCents,
      onShelfCents,
      authority: 'EMP-11.3',
    })
  await price(onePiece, 539, 100)
  await price(phone, 350, 0)
  for (const [modelId, count, prefix, carriers] of [
    [onePiece, unitsOf.onePiece, 'A1', ['Example Mobile', 'Sample Wireless']],
    [phone, unitsOf.phone, 'CT', ['Example Mobile']],
  ] as const)
    for (const [place, carrier] of carriers.entries()) {
      const share = count / carriers.length
      const first = place * share
      const serials = Array.from({ length: share }, (_, n) => serialOf(prefix, first + n))
      for (let from = 0; from < share; from += atOnce)
        await deputy.post('/api/equipment/units', {
          modelId,
          acquiredOn: addDays(today, -(40 + first)),
          serials: serials.slice(from, from + atOnce),
          carrier,
          note: '',
        })
    }
}

/** The serial number of the nth unit of a model. */
export const serialOf = (prefix: 'A1' | 'CT', n: number): string => `${prefix}-${String(1001 + n)}`

async function drawSets(sergeant: Caller): Promise<void> {
  const draw = async (name: string, areas: readonly ClosedArea[], severity: string | null) => {
    const { id } = await sergeant.post<{ id: string }>('/api/home/zone-sets', {
      name,
      zones: areas.map((area) => ({
        name: area.name,
        area: { kind: 'circle', center: [area.lon, area.lat], radius: area.radius },
        severity,
      })),
      why: 'Made-up places of the demonstration.',
    })
    return id
  }
  const use = (id: string, whom: Record<string, string>) =>
    sergeant.post(`/api/home/zone-sets/${id}/uses`, { ...whom, why: 'Order of the division (made up).' })
  await use(await draw('Schools', schools, null), { reach: 'program', pack: 'sacramento/home-detention' })
  await use(await draw('Playgrounds', parks, 'high'), { reach: 'everyone' })
}

/** How many each program takes (EMP-0.8, EMP-2.4): of the new one as many as have a place now. */
async function settleCapacity({ sergeant, commander }: SacramentoStaff, today: string): Promise<void> {
  const placed = everybodyOf(participants).filter(
    ({ pack, stage }) =>
      pack === 'sacramento/home-detention-expanded' && (stage === 'followed' || stage === 'to-fit'),
  ).length
  for (const [pack, value] of [
    ['sacramento/home-detention', 300],
    ['sacramento/home-detention-expanded', placed],
  ] as const) {
    const { id } = await sergeant.post<{ id: string }>('/api/programs/parameters', {
      pack,
      name: 'supervisedMost',
      value,
      fromDay: addDays(today, -60),
      authority: 'Source 001 (EMP-0.8, EMP-2.4); the smaller number is made up',
      resolution: 'D-2',
    })
    await commander.post(`/api/programs/parameters/${id}/approve`, {})
  }
}

const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
