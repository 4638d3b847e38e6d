import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Caller, overHttp, signInAs } from '../packages/server/demonstration/caller.ts'
import { assessFees, pay } from '../packages/server/demonstration/case/fees.ts'
import { computeSentence, receive } from '../packages/server/demonstration/case/receive.ts'
import type { Case } from '../packages/server/demonstration/case/staff.ts'
import { demonstrationAccounts } from '../packages/server/demonstration/index.ts'
import { madeUpPerson } from '../packages/server/demonstration/people.ts'
import { officeToday } from '../packages/server/testing/load/office-day.ts'
import { inlieu } from './command.ts'
import { inSeconds, type Proof, type Report } from './proof.ts'
import { newFolder, type RunningOffice, startOffice } from './running-office.ts'

/** A worked office is backed up while it runs, its data destroyed, and the backup restored. */
export const backupProof: Proof = {
  name: 'backup',
  shows: 'back up, destroy, restore: the same person, the same balance, the trail whole',
  run: async (report) => {
    const safe = await newFolder()
    const office = await startOffice()
    const folders = [safe, office.dataDir]
    try {
      const kept = await workAndBackUp(report, office, safe)
      await destroy(office, safe)
      await restoreAndCompare(report, office, kept)
    } finally {
      await office.stop()
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
    }
  },
}

interface Kept {
  backup: string
  of: Case
  shown: Shown
}

/** What the office says of a person: page, statement and timeline, as they were sent. */
interface Shown {
  person: unknown
  statement: { balanceCents: number }
  timeline: unknown
}

const password = demonstrationAccounts()[0]!.password
const clerkOf = (office: RunningOffice) => signInAs(overHttp(office.url), 'clerk', password)

async function workAndBackUp(report: Report, office: RunningOffice, safe: string): Promise<Kept> {
  const clerk = await clerkOf(office)
  const today = await officeToday(clerk)
  const one = await receive({ clerk }, madeUpPerson(90), today)
  await computeSentence({ clerk }, one)
  await assessFees({ clerk }, one)
  await pay({ clerk }, one, { amountCents: 2_500 })
  await receiptMade(clerk, one)
  const shown = await show(clerk, one)
  const began = performance.now()
  const backup = await inlieu('backup', '--data', office.dataDir, '--to', safe)
  report.check('inlieu backup of the running office', backup.code === 0, backup.output)
  report.figure('backup', inSeconds(performance.now() - began))
  await office.stop()
  return { backup: /Saved in (.+)/.exec(backup.output)?.[1] ?? '', of: one, shown }
}

/** Everything goes but the copies of backup and key that were kept in another place. */
async function destroy(office: RunningOffice, safe: string): Promise<void> {
  await copyFile(join(office.dataDir, 'keys/seal.key'), join(safe, 'seal.key'))
  await rm(office.dataDir, { recursive: true })
  await mkdir(join(office.dataDir, 'keys'), { recursive: true, mode: 0o755 })
  await copyFile(join(safe, 'seal.key'), join(office.dataDir, 'keys/seal.key'))
}

async function restoreAndCompare(report: Report, office: RunningOffice, kept: Kept): Promise<void> {
  const began = performance.now()
  const restored = await inlieu('restore', kept.backup, '--data', office.dataDir)
  report.check('inlieu restore', restored.code === 0, restored.output)
  report.figure('restore', inSeconds(performance.now() - began))
  const again = await startOffice({ dataDir: office.dataDir })
  try {
    const now = await show(await clerkOf(again), kept.of)
    const same = (what: keyof Shown) => JSON.stringify(now[what]) === JSON.stringify(kept.shown[what])
    report.check('the same person', same('person'))
    report.check('the same timeline', same('timeline'))
    report.check('the same statement', same('statement'))
    report.figure(
      'balance before and after',
      `${kept.shown.statement.balanceCents} cents, ${now.statement.balanceCents} cents`,
    )
  } finally {
    await again.stop()
  }
  const verified = await inlieu('audit', 'verify', '--data', office.dataDir)
  report.check('inlieu audit verify finds the trail whole', verified.code === 0, verified.output)
  report.figure('trail', verified.output.split('\n')[0] ?? '')
  for (const record of ['watch', 'alarms']) {
    const checked = await inlieu(record, 'check', '--data', office.dataDir)
    report.check(`inlieu ${record} check finds its record whole`, checked.code === 0, checked.output)
    report.figure(record, checked.output.split('\n')[0] ?? '')
  }
}

/** The worker makes the receipt's paper a moment after the payment. */
async function receiptMade(clerk: Caller, { personId }: Case): Promise<void> {
  const until = performance.now() + 20_000
  while (performance.now() < until) {
    const { papers } = await clerk.get<{ papers: { kind: string }[] }>(`/api/desk/people/${personId}`)
    if (papers.some((paper) => paper.kind === 'money/receipt')) return
    await pause(100)
  }
  throw new Error('The worker has not made the receipt in twenty seconds.')
}

async function show(clerk: Caller, { personId, enrolmentId }: Case): Promise<Shown> {
  return {
    person: await clerk.get(`/api/desk/people/${personId}`),
    statement: await clerk.get(`/api/money/enrolments/${enrolmentId}/statement`),
    timeline: await clerk.get(`/api/desk/people/${personId}/timeline`),
  }
}
