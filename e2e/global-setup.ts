import { startOffice } from '../proofs/running-office.ts'

/** One office with the demonstration for all tests that do not move its clock. */
export default async function setup(): Promise<() => Promise<void>> {
  const office = await startOffice()
  process.env.INLIEU_E2E_URL = office.url
  return async () => {
    await office.stop()
    await office.remove()
  }
}
