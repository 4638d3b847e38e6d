import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lawCommands } from './index.ts'
import { type Ended, runLaw } from './law-command.ts'

interface Example {
  readonly args: readonly string[]
  readonly given: string
  readonly answered: unknown
  readonly refused: string | undefined
}

const page = readFileSync(new URL('../../../../docs/guide/law.md', import.meta.url), 'utf8')

/** The examples of the page: one a section, its blocks told apart by the words on their fence. */
const examples = page
  .split(/^## /m)
  .slice(1)
  .map((part): Example => {
    const block = (fence: string) => new RegExp(`\`\`\`${fence}\n([\\s\\S]*?)\`\`\``).exec(part)?.[1]
    const answered = block('json answered')
    return {
      args: block('sh')!.trim().split(' ').slice(3),
      given: block('json given') ?? '',
      answered: answered === undefined ? undefined : JSON.parse(answered),
      refused: block('text refused'),
    }
  })

function run([word, ...args]: readonly string[], given = ''): Promise<Ended> {
  const command = lawCommands.find((c) => c.word === word)
  if (command === undefined) throw new Error(`no command ${word}`)
  return runLaw(command, args, async () => given)
}

/** Whether a shown part stands in the whole: keys may be left out, and items of a list. */
function holds(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part)) return Array.isArray(whole) && inOrder(whole, part)
  if (part === null || typeof part !== 'object') return Object.is(whole, part)
  if (whole === null || typeof whole !== 'object') return false
  return Object.entries(part).every(([key, value]) => holds((whole as Record<string, unknown>)[key], value))
}

function inOrder(whole: readonly unknown[], part: readonly unknown[]): boolean {
  const [first, ...rest] = part
  if (part.length === 0) return true
  const at = whole.findIndex((item) => holds(item, first))
  return at >= 0 && inOrder(whole.slice(at + 1), rest)
}

describe('docs/guide/law.md', () => {
  test('shows every command', () => {
    const shown = new Set(examples.map(({ args }) => args[0]))
    expect([...lawCommands.map((c) => c.word)].filter((word) => !shown.has(word))).toEqual([])
  })

  test.each(examples.map((e) => [e.args.join(' '), e] as const))('%s', async (_, example) => {
    const { code, output, errors } = await run(example.args, example.given)
    if (example.refused !== undefined) {
      expect({ code, output, errors }).toEqual({ code: 2, output: '', errors: example.refused })
      return
    }
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const answer: unknown = JSON.parse(output)
    if (!holds(answer, example.answered)) expect(answer).toMatchObject(example.answered as object)
  })

  test.each(examples.filter((e) => e.refused === undefined).map((e) => [e.args.join(' '), e] as const))(
    '%s, for a reader, in both languages',
    async (_, { args, given }) => {
      const english = await run([...args, '--text'], given)
      const spanish = await run([...args, '--text', '--language', 'es'], given)
      expect([english.code, spanish.code]).toEqual([0, 0])
      expect(english.output).not.toMatch(/undefined|\[object|report\./)
      expect(english.output.split('\n').length).toBeGreaterThan(1)
      if (args[0] !== 'packs') expect(spanish.output).not.toBe(english.output)
    },
  )
})

describe('what does not fit ends with 2 and says what, where, what to do', () => {
  const wap = 'contra-costa/work-alternative'
  test.each<[readonly string[], string, string]>([
    [['assess'], '', 'Usage: inlieu law assess PACK --on DAY'],
    [['assess', wap], '{"facts":{}}', 'say the day: --on YYYY-MM-DD'],
    [['assess', wap, '--on', '2026-02-30'], '{"facts":{}}', 'must be a day that exists'],
    [['assess', wap, '--on', '1990-01-01'], '{"facts":{}}', 'took effect'],
    [['assess', wap, '--on', '2026-03-02'], '', 'is empty: give JSON on standard input'],
    [['assess', wap, '--on', '2026-03-02'], '{"facts":', 'is not JSON'],
    [['assess', wap, '--on', '2026-03-02'], '[]', 'must be a JSON object'],
    [['assess', wap, '--on', '2026-03-02'], '{}', 'facts: is missing'],
    [['assess', wap, '--on', '2026-03-02'], '{"facts":null}', 'facts does not fit'],
    [['assess', wap, '--on', '2026-03-02'], '{"facts":{},"fact":{}}', 'fact: is not a field here'],
    [['assess', wap, '--on', '2026-03-02'], '{"facts":{},"parameters":5}', 'parameters does not fit'],
    [['assess', wap, '--on', '2026-03-02'], '{"facts":{},"county":5}', 'county does not fit'],
    [['assess', wap, '--on', '2026-03-02'], '{"facts":{},"county":{"parameters":5}}', 'parameters: must be'],
    [
      ['diff', wap, '--from', '2026-03-01', '--to', '2026-03-02'],
      '{"cases":[{"id":"a","facts":5}]}',
      'cases[0]',
    ],
    [['fees', wap, '--on', '2026-03-02'], '{"adjustedDays":"many"}', 'adjustedDays: must be'],
    [['sanction', 'sacramento/home-detention'], '{"on":5}', 'on: must be text'],
    [['assess', wap, '--on', '2026-03-02', '--step', 'x'], '{"facts":{}}', '"x" is not one of admission'],
    [['assess', wap, '--on', '2026-03-02', '--from', 'x'], '{"facts":{}}', '--from is not an option here'],
    [['assess', wap, '--on', '2026-03-02', '--language', 'fr'], '{"facts":{}}', 'is not one of en, es'],
    [['assess', 'nowhere', '--on', '2026-03-02'], '', wap],
    [['sentence', wap], '{"asOf":"2026-02-30","commitments":[]}', 'asOf: must be a day that exists'],
    [['sanction', 'sacramento/home-detention'], '{"on":"soon"}', 'on: must be a day that exists'],
    [['show', wap, '--on', '1995-01-02'], '', 'took effect on 1995-01-03'],
    [['errata', wap], '{"results":5}', 'must be a list'],
    [['errata', wap], '{"result":[]}', 'result: is not a field here'],
    [['errata', wap], '{"results":[{"id":"a"}]}', '[0].kind: is missing'],
    [['sentence', wap], '{"commitments":[]}', 'asOf: is missing'],
    [['sentence', wap], '{"asOf":"2026-03-02"}', 'commitments: is missing'],
    [['sites', wap], '{"sites":[]}', 'say the day'],
    [['sites', wap, '--on', '2026-03-02'], '{"on":"2026-03-03"}', 'is 2026-03-03 in the input'],
    [['sanction', wap], '{}', 'has no ladder of sanctions'],
    [
      ['sites', 'sacramento/home-detention', '--on', '2026-03-02'],
      '{"purpose":"first","limits":[],"sites":[]}',
      'has no work sites to rank',
    ],
    [
      ['sentence', 'sacramento/pretrial-court'],
      '{"asOf":"2026-03-02","daysServed":0,"commitments":[]}',
      'has no sentences to compute',
    ],
    [['diff', wap, '--from', '2026-03-01'], '', 'say the day: --to'],
    [
      ['diff', wap, '--from', '2026-03-01', '--to', '2026-03-02'],
      '{"cases":[{}]}',
      'cases[0].id: must be text',
    ],
  ])('%j', async (args, given, message) => {
    const { code, output, errors } = await run(args, given)
    expect({ code, output }).toEqual({ code: 2, output: '' })
    expect(errors).toContain(message)
  })
})
