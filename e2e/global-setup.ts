import { startOffice } from '../proofs/running-office.ts'

/** One office with the demonstration for all tests that do not move its clock; one that runs already, if named. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.INLIEU_E2E_URL) return async () => undefined
  const office = await startOffice()
  process.env.INLIEU_E2E_URL = office.url
  return async () => {
    await office.stop()
    await office.remove()
  }
}
