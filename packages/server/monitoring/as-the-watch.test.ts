import { randomUUID } from 'node:crypto'
import { kindNames, kinds } from '@inlieu/watch'
import pg from 'pg'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownerQuery } from '../testing/database.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'
import { defaultProtocol } from './guidelines/default-protocols.ts'
import { guidelinesAt, protocolFor } from './guidelines/in-force.ts'
import { type Protocol, protocol } from './guidelines/protocol.ts'
import { askMessage } from './messages/ask-message.ts'
import { onDuty } from './shifts/on-duty.ts'

// What the watch calls inside its own transaction, as its own role.

let office: TestOffice
let watch: pg.Client
let officer: TestAccount
let other: TestAccount
beforeAll(async () => {
  office = await testOffice()
  watch = new pg.Client({ connectionString: office.urls.ingest })
  await watch.connect()
  officer = await office.account(['sergeant'])
  other = await office.account(['lieutenant'])
})
afterAll(async () => {
  await watch.end()
  await office.stop()
})

const noon = Temporal.Instant.from('2026-03-02T20:00:00Z')
const after = (minutes: number) => noon.add({ minutes })

/** Runs as the watch does: one transaction, the agency set, given up at the end. */
async function inWatch<R>(run: () => Promise<R>): Promise<R> {
  await watch.query('begin')
  try {
    await watch.query(`select set_config('inlieu.agency', $1, true)`, [officer.agencyId])
    return await run()
  } finally {
    await watch.query('rollback')
  }
}

async function guideline(row: {
  subject: string
  number: number
  content: unknown
  from: Temporal.Instant
  approved: Temporal.Instant | null
  withdrawn?: Temporal.Instant
}): Promise<void> {
  await ownerQuery(office.urls, officer.agencyId, (client) =>
    client.query(
      `insert into monitoring.guideline (agency_id, id, subject, number, content, reason, from_at, entered_at, entered_by,
         approved_at, approved_by, withdrawn_at, withdrawn_by, withdrawal_reason)
       values ($1, $2, $3, $4, $5, 'as agreed', $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        officer.agencyId,
        randomUUID(),
        row.subject,
        row.number,
        JSON.stringify(row.content),
        row.from.toString(),
        noon.subtract({ hours: 48 }).toString(),
        officer.id,
        row.approved?.toString() ?? null,
        row.approved ? other.id : null,
        row.withdrawn?.toString() ?? null,
        row.withdrawn ? other.id : null,
        row.withdrawn ? 'taken back' : null,
      ],
    ),
  )
}

describe('EMP-7.3 the stated default', () => {
  test.each(kindNames)('of %s is a protocol that could be entered', (kind) => {
    const stated = defaultProtocol(kind)
    expect(protocol.parse(stated)).toEqual(stated)
    expect(stated.severity).toBe(kinds[kind].severity)
    expect(stated.steps.length > 0).toBe(kinds[kind].severity !== 'note')
  })

  test('tells the agency of what is critical within the four minutes of NIJ 1004.00, 5.3.5', () => {
    const slow = kindNames.filter(
      (kind) => kinds[kind].severity === 'critical' && defaultProtocol(kind).minutes.notify > 4,
    )
    expect(slow).toEqual([])
  })

  test('is given anew each time: changing one changes no other', () => {
    defaultProtocol('strap').steps.pop()
    expect(defaultProtocol('strap').steps.length).toBe(3)
  })
})

describe('protocolFor', () => {
  const own = (acknowledge: number): Protocol => ({
    ...defaultProtocol('strap'),
    minutes: { acknowledge, notify: 60, resolve: 90 },
  })
  const acknowledge = async (at: Temporal.Instant, kind: 'strap' | 'case' = 'strap') => {
    const found = await inWatch(() => protocolFor(watch, officer.agencyId, kind, at))
    return [found.protocol.minutes.acknowledge, found.source, found.number]
  }

  test('is the default until one is approved and its time has come', async () => {
    expect(await acknowledge(noon)).toEqual([2, 'default', null])
    await guideline({ subject: 'protocol:strap', number: 1, content: own(11), from: noon, approved: null })
    expect(await acknowledge(after(1))).toEqual([2, 'default', null])
    await guideline({
      subject: 'protocol:strap',
      number: 2,
      content: own(12),
      from: noon,
      approved: after(-60),
    })
    expect(await acknowledge(after(-1))).toEqual([2, 'default', null])
    expect(await acknowledge(noon)).toEqual([12, 'kind', 2])
    expect(await acknowledge(after(1))).toEqual([12, 'kind', 2])
  })

  test('EMP-7.3 never applies before its approval, whatever day it names', async () => {
    await guideline({
      subject: 'protocol:strap',
      number: 3,
      content: own(13),
      from: after(5),
      approved: after(10),
    })
    expect(await acknowledge(after(9))).toEqual([12, 'kind', 2])
    expect(await acknowledge(after(10))).toEqual([13, 'kind', 3])
  })

  test('withdrawn, the one before it applies again; what applied earlier is still told', async () => {
    await guideline({
      subject: 'protocol:strap',
      number: 4,
      content: own(14),
      from: after(20),
      approved: after(20),
      withdrawn: after(30),
    })
    expect(await acknowledge(after(29))).toEqual([14, 'kind', 4])
    expect(await acknowledge(after(30))).toEqual([13, 'kind', 3])
  })

  test('the agency may have one for all kinds; that of the kind comes first', async () => {
    await guideline({ subject: 'protocol:*', number: 1, content: own(21), from: noon, approved: noon })
    expect(await acknowledge(after(1), 'case')).toEqual([21, 'all-kinds', 1])
    expect(await acknowledge(after(1), 'strap')).toEqual([12, 'kind', 2])
  })

  test('is of its own agency', async () => {
    const elsewhere = await office.agency()
    const found = await inWatch(() => protocolFor(watch, elsewhere, 'strap', after(15)))
    expect(found.source).toBe('default')
    expect(await inWatch(() => guidelinesAt(watch, elsewhere, ['protocol:*'], after(15)))).toEqual([])
  })
})

describe('onDuty', () => {
  const staff = async (name: string, phone: string) => {
    const id = randomUUID()
    await ownerQuery(office.urls, officer.agencyId, (client) =>
      client.query(
        `insert into monitoring.staff (agency_id, id, name, phone, added_at) values ($1, $2, $3, $4, $5)`,
        [officer.agencyId, id, name, phone, noon.toString()],
      ),
    )
    return id
  }
  const put = (table: string, row: Record<string, unknown>) =>
    ownerQuery(office.urls, officer.agencyId, (client) => {
      const names = Object.keys(row)
      return client.query(
        `insert into monitoring.${table} (agency_id, id, ${names.join(', ')})
         values ($1, $2, ${names.map((_name, place) => `$${place + 3}`).join(', ')})`,
        [officer.agencyId, randomUUID(), ...Object.values(row).map((value) => value?.toString() ?? null)],
      )
    })

  test('EMP-7.1 tells who took a post over, who is only planned, and who is called in which order', async () => {
    const [ana, ben, cy, dee, eli] = await Promise.all([
      staff('Ana Abbott', '916 555 0101'),
      staff('Ben Brown', ''),
      staff('Cy Cole', '916 555 0103'),
      staff('Dee Diaz', '916 555 0104'),
      staff('Eli Evans', '916 555 0105'),
    ])
    const at = (time: Temporal.Instant) => inWatch(() => onDuty(watch, officer.agencyId, time))
    expect(await at(noon)).toEqual({ operators: [], supervisor: null, supervisorPresent: false, onCall: [] })

    await put('shift', {
      staff_id: cy,
      post: 'supervisor',
      from_at: noon,
      to_at: after(480),
      planned_at: noon,
    })
    await put('presence', { staff_id: ana, post: 'operator', from_at: noon })
    await put('presence', { staff_id: ben, post: 'supervisor', from_at: after(10), to_at: after(20) })
    await put('on_call', { staff_id: eli, place: 2, from_at: noon, entered_at: noon })
    await put('on_call', { staff_id: dee, place: 1, from_at: after(5), to_at: after(60), entered_at: noon })

    const planned = await at(noon)
    expect(planned.operators.map((each) => each.name)).toEqual(['Ana Abbott'])
    expect([planned.supervisor?.name, planned.supervisorPresent]).toEqual(['Cy Cole', false])
    expect(planned.onCall).toEqual([
      { staffId: eli, accountId: null, name: 'Eli Evans', phone: '916 555 0105', email: '', texts: false },
    ])
    const present = await at(after(10))
    expect([present.supervisor?.name, present.supervisorPresent]).toEqual(['Ben Brown', true])
    expect(present.onCall.map((each) => each.name)).toEqual(['Dee Diaz', 'Eli Evans'])
    expect((await at(after(20))).supervisor?.name).toBe('Cy Cole')
    expect((await at(after(480))).supervisor).toBe(null)
    expect((await at(after(60))).onCall.map((each) => each.name)).toEqual(['Eli Evans'])
  })
})

describe('askMessage', () => {
  const asked = { channel: 'email', to: 'oncall@sheriff.example', text: 'Strap opened at 12:00.' } as const
  const kept = async (id: string) => {
    const { rows } = await watch.query(
      `select m.state, m.address, array_agg(s.kind) as steps from monitoring.message m
       join monitoring.message_step s on s.agency_id = m.agency_id and s.message_id = m.id where m.id = $1 group by 1, 2`,
      [id],
    )
    return rows[0]
  }

  test('with no channel set the state says so, never that it was sent', async () => {
    await inWatch(async () => {
      const alarmId = randomUUID()
      const { messageId, state } = await askMessage(watch, officer.agencyId, { ...asked, alarmId }, noon)
      expect(state).toBe('no-channel')
      expect(await kept(messageId)).toEqual({ state: 'no-channel', address: asked.to, steps: ['no-channel'] })
    })
  })

  test('with a channel it waits for the worker, who sees it only when the watch has committed', async () => {
    await ownerQuery(office.urls, officer.agencyId, (client) =>
      client.query(
        `insert into monitoring.channel (agency_id, id, medium, settings, set_at, set_by) values ($1, $2, 'email', '{}', $3, $4)`,
        [officer.agencyId, randomUUID(), noon.toString(), officer.id],
      ),
    )
    const jobs = async () => {
      const superuser = new pg.Client({ connectionString: office.urls.superuser })
      await superuser.connect()
      const { rows } = await superuser.query(
        `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         where t.identifier = 'send-message'`,
      )
      await superuser.end()
      return rows.map((row) => row.payload)
    }
    const before = await jobs()
    await inWatch(() => askMessage(watch, officer.agencyId, asked, noon))
    expect(await jobs()).toEqual(before)

    await watch.query('begin')
    const { messageId, state } = await askMessage(watch, officer.agencyId, asked, noon)
    await watch.query('commit')
    expect(state).toBe('asked')
    expect(await jobs()).toEqual([...before, { message: messageId, agency: officer.agencyId }])
  })

  test.each([
    ['email', 'nobody'],
    ['email', 'a@b\r\nRCPT TO:<c@d>'],
    ['email', ''],
    ['text', '12345'],
    ['text', 'call me'],
  ] as const)('%s to %j is refused in words and holds nothing up', async (channel, to) => {
    await inWatch(async () => {
      const taken = await askMessage(watch, officer.agencyId, { channel, to, text: 'x' }, noon)
      expect(taken.state).toBe('refused')
      expect((await kept(taken.messageId)).steps).toEqual(['refused'])
    })
  })

  test('a very long message is cut, not refused', async () => {
    await inWatch(async () => {
      const taken = await askMessage(watch, officer.agencyId, { ...asked, text: 'x'.repeat(9000) }, noon)
      const { rows } = await watch.query(
        'select length(body) as long from monitoring.message where id = $1',
        [taken.messageId],
      )
      expect(rows[0].long).toBe(4000)
    })
  })
})
