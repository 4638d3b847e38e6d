import { startOffice } from '../proofs/running-office.ts'

/** One office with the demonstration for all tests that do not move its clock; one that runs already, if named. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.INLIEU_E2E_URL) return async () => undefined
  // As many simulated people as tests need: two hundred more would take the machine from those who are tested.
  const office = await startOffice({ env: { INLIEU_PARTICIPANTS: '16' } })
  process.env.INLIEU_E2E_URL = office.url
  return async () => {
    await office.stop()
    await office.remove()
  }
}
