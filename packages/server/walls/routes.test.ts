import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permissions, permissionsOf, type Role, roleHolds, roles } from '../access/index.ts'
import type { Route } from '../platform/route.ts'
import { type TestAccount, type TestOffice, testOffice } from '../testing/office.ts'

// Every route, as every role, as nobody, and as the same role of another agency.

let office: TestOffice
const accounts = new Map<Role, TestAccount>()
beforeAll(async () => {
  office = await testOffice()
  for (const role of roles) accounts.set(role, await office.account([role]))
})
afterAll(() => office.stop())

const someId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const addressOf = (route: Route) => route.path.replace(/:[A-Za-z]+/g, someId)

describe('the walk over the routes', () => {
  test('every route has a permission that some role holds, or is at the door', () => {
    const held = new Set(Object.values(roleHolds).flat())
    const atTheDoor = office.app.registered
      .filter((route) => route.permission === 'anyone')
      .map((route) => `${route.method} ${route.path}`)
    expect(atTheDoor.sort()).toEqual([
      'GET /api/health',
      'GET /api/session',
      // Another system's word about a message; the unguessable word in its address is the credential.
      'POST /api/monitoring/delivery-reports/:word',
      'POST /api/session',
    ])
    for (const route of office.app.registered) {
      if (route.permission !== 'anyone')
        expect(held.has(route.permission), `${route.method} ${route.path}`).toBe(true)
    }
  })

  test('a permission that no route uses is not given out', () => {
    const used = new Set(office.app.registered.map((route) => route.permission))
    // Asked inside a verb or a route, where the route's own permission is wider.
    const insideVerbs = ['schedule.allow-early', 'paper.read']
    expect(
      permissions.filter((permission) => !used.has(permission) && !insideVerbs.includes(permission)),
    ).toEqual([])
  })

  test('nobody gets anything', async () => {
    for (const route of office.app.registered.filter((route) => route.permission !== 'anyone')) {
      const reply = await office.app.inject({
        method: route.method,
        url: addressOf(route),
        ...(route.method === 'POST' ? { payload: {} } : {}),
      })
      expect(reply.statusCode, `${route.method} ${route.path}`).toBe(401)
    }
  })

  test.each(roles)('%s gets what the role holds, and 403 for all else', async (role) => {
    const account = accounts.get(role)!
    const may = permissionsOf([role])
    for (const route of office.app.registered.filter((route) => route.permission !== 'anyone')) {
      if (route.path === '/api/session/end' || route.path === '/api/platform/demonstration-clock') continue
      const { status } =
        route.method === 'GET' ? await account.get(addressOf(route)) : await account.post(addressOf(route))
      const name = `${role}: ${route.method} ${route.path} answered ${status}`
      if (may.has(route.permission as never)) expect([200, 400, 404, 409, 415, 422], name).toContain(status)
      else expect(status, name).toBe(403)
    }
  })
})

describe('what each must never be able to do (people.md)', () => {
  test('a clerk decides no waiver and no admission', () => {
    expect(roleHolds.clerk).not.toContain('waiver.decide')
    expect(roleHolds.clerk).not.toContain('screening.decide')
  })
  test('an auditor and a treasurer change nothing', () => {
    const changing =
      /\.(write|add|record|correct|decide|assess|answer|manage|unlock|enter|approve|ask|compute|open-identifier)$/
    for (const role of ['auditor', 'treasurer'] as const)
      expect(roleHolds[role].filter((held) => changing.test(held))).toEqual([])
  })
  test('a work-site supervisor sees the sheet and nothing of a case', () => {
    expect([...roleHolds['site-supervisor']].sort()).toEqual([
      'demonstration.clock',
      'own.account',
      'site-sheet.use',
    ])
  })
  test('an administrator opens no sealed number and reads no person', () => {
    for (const never of ['person.open-identifier', 'person.read', 'commitment.read'] as const) {
      expect(roleHolds.administrator).not.toContain(never)
    }
  })
  test('a probation officer sees no case of the Sheriff', () => {
    expect([...roleHolds['probation-officer']].sort()).toEqual(['demonstration.clock', 'own.account'])
  })
})
