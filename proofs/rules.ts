import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { packs } from '../packages/law/index.ts'
import type { Pack } from '../packages/law/types.ts'
import type { Proof } from './proof.ts'
import { type SwitchedOff, switchableLists, switchedOffVariable } from './rules/switched-off.ts'

const root = join(import.meta.dirname, '..')

/** Everything a pack decides with, left out one at a time: a test of the law must fail each time. */
export const rulesProof: Proof = {
  name: 'rules',
  shows: 'every rule of the law switched off one at a time, and a test that fails each time',
  run: async (report) => {
    const all = [...packs.values()].flatMap(switchable)
    report.check('the tests of the law pass with nothing left out', !(await isNoticed(null)))
    const kept = await Promise.all(lanes(all).map(firstToLast))
    const unnoticed = kept.flat()
    for (const { pack, list, name } of unnoticed)
      report.check(`${pack}: a test fails without ${list} ${name}`, false)
    report.check('a test fails without each rule', unnoticed.length === 0 && all.length > 0)
    report.figure('switched off', `${all.length}, noticed ${all.length - unnoticed.length}`)
  },
}

function switchable(pack: Pack): SwitchedOff[] {
  return switchableLists.flatMap((list) =>
    pack[list].map((entry, index) => ({ pack: pack.name, list, index, name: nameOf(entry, index) })),
  )
}

function nameOf(entry: unknown, index: number): string {
  if (typeof entry === 'string') return entry
  const { clause, name, code, textCode, decision, statute } = entry as Record<string, unknown>
  const words = [clause, decision ?? name ?? code ?? textCode ?? statute].filter((word) => word !== undefined)
  return words.length > 0 ? words.join(' ') : String(index)
}

/** What is to be tried, shared out among as many as the machine runs at once. */
function lanes(all: readonly SwitchedOff[]): SwitchedOff[][] {
  const count = availableParallelism()
  return Array.from({ length: count }, (_, lane) => all.filter((_, index) => index % count === lane))
}

/** @returns what no test noticed */
async function firstToLast(lane: readonly SwitchedOff[]): Promise<SwitchedOff[]> {
  const unnoticed: SwitchedOff[] = []
  for (const one of lane) if (!(await isNoticed(one))) unnoticed.push(one)
  return unnoticed
}

/** Whether a test fails with that left out. @throws Error when the tests could not be run */
async function isNoticed(one: SwitchedOff | null): Promise<boolean> {
  const told = await runTests(one)
  const count = /^\s*Tests\s+(.+)$/m.exec(told)?.[1]
  if (count === undefined) throw new Error(`The tests of the law did not run without ${one?.name}:\n${told}`)
  return /\d+ failed/.test(count)
}

/** @returns what the tests print */
function runTests(one: SwitchedOff | null): Promise<string> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const config = join(root, 'proofs/rules/vitest.config.ts')
  const child = spawn(process.execPath, [vitest, 'run', '--config', config], {
    env: { ...process.env, NO_COLOR: '1', [switchedOffVariable]: one ? JSON.stringify(one) : '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      told += text
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve(told))
  })
}
