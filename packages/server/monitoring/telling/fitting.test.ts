import { afterAll, beforeAll, expect, test } from 'vitest'
import { fitTestUnit, receiveTestUnit } from '../../equipment/testing/units.ts'
import {
  acceptHome,
  approveNumbers,
  done,
  openDetention,
  signContract,
} from '../../home/testing/detention-case.ts'
import { wallNow } from '../../platform/clock.ts'
import { type TestAccount, type TestOffice, testOffice } from '../../testing/office.ts'
import { rowsOf } from '../testing/watched.ts'

// A unit put on and entered later: the watch hears of it through everything that home detention does on the way.

let office: TestOffice
let deputy: TestAccount
beforeAll(async () => {
  office = await testOffice()
  deputy = await office.account(['deputy'])
  await approveNumbers(office, deputy, await office.account(['lieutenant']))
})
afterAll(() => office.stop())

test('in home detention a fitting holds from when it was done, though it also begins the program', async () => {
  const one = await openDetention(deputy)
  await acceptHome(deputy, one)
  await done(deputy.post(`${one.home}/slot/give`, {}))
  await done(deputy.post(`${one.home}/deputy`, { accountId: deputy.id }))
  await signContract(deputy, one)
  const unitId = await receiveTestUnit(deputy)
  // After the contract was signed and before it is entered.
  const fitted = wallNow().round('millisecond')
  await fitTestUnit(deputy, unitId, one.enrolmentId, { at: fitted.toString() })
  const told = await rowsOf(
    office,
    deputy.agencyId,
    `select at, content #>> '{change,worn}' as worn from monitoring.told where person_id = $1 order by id desc limit 1`,
    [one.personId],
  )
  expect(told).toEqual([{ at: fitted, worn: 'true' }])
})
