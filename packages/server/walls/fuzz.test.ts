import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../access/index.ts'
import { ownerQuery } from '../testing/database.ts'
import { type Schema, valuesFor } from '../testing/from-schema.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'

// Every route, made inputs from its own schema by someone who may do everything: nothing makes the office fail.

let office: TestOffice
let account: TestAccount
let ids: string[]
beforeAll(async () => {
  office = await testOffice()
  account = await office.account([...roles])
  ids = [account.id, '3f2504e0-4f89-41d3-9a0c-0305e82c3301', '00000000-0000-0000-0000-000000000000']
})
afterAll(() => office.stop())

interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: { 'application/json'?: { schema: Schema } } }
}

const runs = Number(process.env.FUZZ_RUNS ?? 25)

function operationOf(path: string, method: string): Operation {
  const document = office.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> }
  return document.paths[path.replace(/:([A-Za-z]+)/g, '{$1}')]?.[method.toLowerCase()] ?? {}
}

/** Ids of whatever the fuzzing itself brought into the office, so that later guesses reach further. */
async function collectIds(): Promise<void> {
  const tables = [
    'people.person',
    'court.commitment',
    'programs.enrolment',
    'work.site',
    'intake.appointment',
    'money.waiver',
    'money.receipt',
    'platform.document',
  ]
  for (const table of tables) {
    const { rows } = await ownerQuery(office.urls, account.agencyId, (client) =>
      client.query(`select id from ${table} limit 5`),
    )
    for (const row of rows) if (!ids.includes(row.id)) ids.push(row.id)
  }
}

/** The routes are gone through in so many parts: all of them take minutes on a machine that has other work. */
const shares = 4

describe('made inputs', () => {
  test.each([...Array(shares).keys()])(
    'no route answers with a failure of its own, part %i',
    async (share) => {
      const failures: string[] = []
      let answered = 0
      for (const declared of office.app.registered.filter((_, index) => index % shares === share)) {
        if (declared.path === '/api/session/end' || declared.path === '/api/session') continue
        // The person at the keys here must stay able to sign in.
        if (declared.path.startsWith('/api/access/own')) continue
        const operation = operationOf(declared.path, declared.method)
        const parts = fc.record({
          path: fc.record(
            Object.fromEntries(
              (operation.parameters ?? [])
                .filter((one) => one.in === 'path')
                .map((one) => [one.name, valuesFor(one.schema, ids)]),
            ),
          ),
          query: fc.record(
            Object.fromEntries(
              (operation.parameters ?? [])
                .filter((one) => one.in === 'query')
                .map((one) => [one.name, valuesFor(one.schema, ids)]),
            ),
            { requiredKeys: [] },
          ),
          body: valuesFor(operation.requestBody?.content['application/json']?.schema, ids),
        })
        for (const made of fc.sample(parts, { numRuns: runs, seed: 20260302 })) {
          const url = addressWith(declared.path, made.path, made.query)
          const reply =
            declared.method === 'GET' ? await account.get(url) : await account.post(url, made.body ?? {})
          answered++
          if (reply.status >= 500 && reply.status !== 503) {
            failures.push(
              `${declared.method} ${url.slice(0, 200)} ${JSON.stringify(made.body)?.slice(0, 400)} -> ${reply.status} ${JSON.stringify(reply.body).slice(0, 200)}`,
            )
            break
          }
          if (reply.status >= 400) {
            expect(reply.body?.error?.message, `${declared.method} ${url.slice(0, 200)}`).toBeTypeOf('string')
          }
        }
        await collectIds()
      }
      expect(failures).toEqual([])
      expect(answered).toBeGreaterThan(runs * 5)
    },
    240_000,
  )

  test('a body that is no JSON, or of another kind, is refused with a reason', async () => {
    const posts = office.app.registered.filter(
      (declared) => declared.method === 'POST' && declared.permission !== 'anyone',
    )
    for (const declared of posts) {
      if (declared.path === '/api/session/end') continue
      const url = addressWith(declared.path, {}, {})
      for (const [type, payload] of [
        ['application/json', '{"half":'],
        ['text/xml', '<a/>'],
        ['application/x-www-form-urlencoded', 'a=b'],
      ] as const) {
        const reply = await account.send(url, type, payload)
        expect(reply.status, `${url} ${type}`).toBeGreaterThanOrEqual(400)
        expect(reply.status, `${url} ${type}`).toBeLessThan(500)
      }
    }
  })
})

function addressWith(path: string, params: Record<string, unknown>, query: Record<string, unknown>): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_all, name: string) => encode(String(params[name] ?? ids[1])))
  const asked = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(
      ([name, value]) =>
        `${encode(name)}=${encode(typeof value === 'object' ? JSON.stringify(value) : String(value))}`,
    )
  return asked.length > 0 ? `${filled}?${asked.join('&')}` : filled
}

// Half a character cannot stand in an address; a browser sends its replacement.
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()) || '%20'
}
