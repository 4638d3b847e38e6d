import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFirstAdministrator } from '../access/index.ts'
import { migrate } from '../platform/migrate.ts'
import { startTestCluster, type TestCluster } from './postgres.ts'
import { checkProductionOptions, officesIn, productionChecks } from './production.ts'

describe('the options of a production start', () => {
  const good = { data: '/srv/inlieu', keys: '/etc/inlieu', checkout: '/opt/inlieu', asRoot: false }

  test('data and keys apart, outside the checkout, not as root', () => {
    expect(() => checkProductionOptions(good)).not.toThrow()
    expect(() => checkProductionOptions({ ...good, asRoot: true })).toThrow('as root is refused')
  })

  test.each([null, '/opt/inlieu', '/opt/inlieu/.data'])('data in %s is refused', (data) => {
    expect(() => checkProductionOptions({ ...good, data })).toThrow(
      '--data with a folder outside the checkout',
    )
  })

  test.each([null, '/srv/inlieu', '/srv/inlieu/keys', '/opt/inlieu/keys'])(
    'keys in %s are refused',
    (keys) => {
      expect(() => checkProductionOptions({ ...good, keys })).toThrow('--keys with a folder outside the data')
    },
  )

  test('a folder beside, with a name that begins alike, is outside', () => {
    expect(() =>
      checkProductionOptions({ ...good, data: '/opt/inlieu-data', keys: '/opt/inlieu-keys' }),
    ).not.toThrow()
  })
})

describe('the database of a production start', () => {
  let cluster: TestCluster
  beforeAll(async () => {
    cluster = await startTestCluster()
    await migrate(cluster.url('owner'))
    await cluster.createDatabase('demonstration', 'inlieu')
  })
  afterAll(() => cluster.stop())

  test('is empty before an office is founded, and passes after it', async () => {
    expect(await officesIn(cluster.url('owner'))).toEqual({ isEmpty: true, hasDemonstration: false })
    await createFirstAdministrator(cluster.url('owner'), {
      agency: { name: 'Office', slug: 'office', county: 'Contra Costa', timeZone: 'America/Los_Angeles' },
      username: 'ana',
      displayName: 'Ana',
      password: 'a long enough passphrase 77',
    })
    expect(await officesIn(cluster.url('owner'))).toEqual({ isEmpty: false, hasDemonstration: false })
    await expect(productionChecks(cluster.url('owner'))).resolves.toBeUndefined()
  })

  test('is refused when it holds the demonstration', async () => {
    const url = cluster.url('owner', 'demonstration')
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(
      `insert into access.agency (id, slug, name, county, state, time_zone, is_demonstration)
       values (gen_random_uuid(), 'demo', 'Demo', 'Demo', 'CA', 'America/Los_Angeles', true)`,
    )
    await client.end()
    await expect(productionChecks(url)).rejects.toThrow('holds the demonstration')
  })
})
