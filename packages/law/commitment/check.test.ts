import { describe, expect, test } from 'vitest'
import { checkCommitment, commitmentItems } from '../index.ts'
import { wap } from '../testing/wap.ts'
import type { CommitmentItemName, CommitmentOrigin, CommitmentPaper, ItemState } from '../types.ts'

const whole = (origin: CommitmentOrigin): CommitmentPaper => ({
  origin,
  form: 'original',
  items: Object.fromEntries(commitmentItems(wap, origin).map((item) => [item.name, 'present'])),
  modified: false,
  jailOrders: true,
  activeFileFound: null,
})
const withItem = (paper: CommitmentPaper, name: CommitmentItemName, state: ItemState): CommitmentPaper => ({
  ...paper,
  items: { ...paper.items, [name]: state },
})
const check = (paper: CommitmentPaper) => checkCommitment(wap, paper)

describe('a paper with everything on it', () => {
  test.each(['in-county', 'out-of-county'] as const)('%s: accepted, nothing to ask', (origin) => {
    for (const form of ['original', 'certified-copy'] as const)
      expect(check({ ...whole(origin), form })).toMatchObject({
        outcome: 'accepted',
        bookingAuthority: 'valid',
        file: 'not-needed',
        reasons: [],
        askCourt: [],
        toCheck: [],
      })
  })
})

type Row = readonly [CommitmentOrigin, CommitmentItemName, clause: string]
const refusing: readonly Row[] = [
  ['in-county', 'defendant-name', 'WAP-AUTH.1'],
  ['in-county', 'charges', 'WAP-AUTH.1'],
  ['in-county', 'judge-signature', 'WAP-AUTH.1'],
  ['in-county', 'court-name', 'WAP-AUTH.1'],
  ['in-county', 'court-mark', 'WAP-AUTH.1'],
  ['in-county', 'sentencing-date', 'WAP-AUTH.1'],
  ['in-county', 'sentence', 'WAP-AUTH.1'],
  ['in-county', 'conditions', 'WAP-AUTH.1'],
  ['out-of-county', 'defendant-name', 'WAP-AUTH.3'],
  ['out-of-county', 'charges', 'WAP-AUTH.3'],
  ['out-of-county', 'judge-signature', 'WAP-AUTH.3'],
  ['out-of-county', 'court-or-county-name', 'WAP-AUTH.3'],
  ['out-of-county', 'court-seal', 'WAP-AUTH.3'],
  ['out-of-county', 'sentencing-date', 'WAP-AUTH.3'],
  ['out-of-county', 'sentence', 'WAP-AUTH.3'],
  ['out-of-county', 'conditions', 'WAP-AUTH.3'],
  ['out-of-county', 'may-be-served-here', 'WAP-AUTH.3'],
]
const asked: readonly Row[] = [
  ['in-county', 'docket-number', 'WAP-SENT.3'],
  ['in-county', 'start-date', 'WAP-SENT.3'],
  ['in-county', 'address', 'WAP-P1.1'],
  ['out-of-county', 'docket-number', 'WAP-P1.1'],
  ['out-of-county', 'start-date', 'WAP-SENT.4'],
  ['out-of-county', 'address', 'WAP-P1.1'],
]
const read: readonly Row[] = [
  ['in-county', 'relation', 'WAP-SENT.3'],
  ['in-county', 'credit', 'WAP-SENT.3'],
  ['out-of-county', 'relation', 'WAP-SENT.4'],
  ['out-of-county', 'credit', 'WAP-SENT.4'],
]

test('each item of both checklists is one of the rows below', () => {
  const rows = [...refusing, ...asked, ...read].map(([origin, name]) => `${origin} ${name}`)
  expect(wap.commitmentItems.map((i) => `${i.origin} ${i.name}`).toSorted()).toEqual(rows.toSorted())
})

test('WAP-AUTH.1, SENT.3, P1.1: what each list asks for, as the policy prints it', () => {
  const asking = (clause: string) =>
    commitmentItems(wap, 'in-county')
      .filter((item) => item.lists.includes(clause))
      .map((item) => item.name)
  expect(asking('WAP-AUTH.1')).toEqual([
    'defendant-name',
    'charges',
    'judge-signature',
    'court-name',
    'court-mark',
    'sentencing-date',
    'sentence',
    'conditions',
  ])
  expect(asking('WAP-SENT.3')).toEqual([
    'defendant-name',
    'docket-number',
    'charges',
    'judge-signature',
    'sentence',
    'start-date',
    'relation',
    'credit',
  ])
  expect(asking('WAP-P1.1')).toEqual([
    'defendant-name',
    'docket-number',
    'charges',
    'judge-signature',
    'court-mark',
    'sentence',
    'address',
  ])
})

test('WAP-AUTH.3, SENT.4, P1.1: the same for another county', () => {
  const asking = (clause: string) =>
    commitmentItems(wap, 'out-of-county')
      .filter((item) => item.lists.includes(clause))
      .map((item) => item.name)
  expect(asking('WAP-AUTH.3')).toEqual([
    'defendant-name',
    'charges',
    'judge-signature',
    'court-or-county-name',
    'court-seal',
    'sentencing-date',
    'sentence',
    'conditions',
    'may-be-served-here',
  ])
  expect(asking('WAP-SENT.4')).toEqual(['start-date', 'relation', 'credit'])
  expect(asking('WAP-P1.1')).toEqual([
    'defendant-name',
    'docket-number',
    'charges',
    'judge-signature',
    'court-seal',
    'sentence',
    'address',
  ])
})

describe('WAP-AUTH items refuse when absent', () => {
  test.each(refusing)('%s %s (%s)', (origin, name, clause) => {
    const checked = check(withItem(whole(origin), name, 'absent'))
    expect(checked).toMatchObject({ outcome: 'refused', bookingAuthority: 'invalid', askCourt: [name] })
    expect(checked.reasons).toMatchObject([{ code: 'commitment.absent-refuses', clause }])
  })
})

describe('what only WAP-SENT.3, SENT.4 or P1.1 ask for is asked from the court', () => {
  test.each(asked)('%s %s (%s)', (origin, name, clause) => {
    const checked = check(withItem(whole(origin), name, 'absent'))
    expect(checked).toMatchObject({ outcome: 'incomplete', bookingAuthority: 'valid', askCourt: [name] })
    expect(checked.reasons).toMatchObject([{ code: 'commitment.absent-asked', clause, own: true }])
  })
})

describe('WAP-SENT.5 silence that the policy reads is not asked', () => {
  test.each(read)('%s %s (%s)', (origin, name, clause) => {
    const checked = check(withItem(whole(origin), name, 'absent'))
    expect(checked).toMatchObject({ outcome: 'accepted', askCourt: [] })
    expect(checked.reasons).toMatchObject([{ code: 'commitment.absent-read', clause }])
  })
})

describe('unknown is asked, never taken as absent', () => {
  test.each([...refusing, ...asked, ...read])('%s %s', (origin, name) => {
    for (const state of ['unknown', undefined] as const) {
      const paper = whole(origin)
      const { [name]: _, ...rest } = paper.items
      const items = state ? { ...rest, [name]: state } : rest
      const checked = check({ ...paper, items })
      expect(checked.outcome).toBe('incomplete')
      expect(checked.toCheck).toEqual([name])
      expect(checked.askCourt).toEqual([])
    }
  })

  test('an absent AUTH item refuses even with items nobody has looked at', () => {
    expect(check({ ...whole('in-county'), items: { charges: 'absent' } }).outcome).toBe('refused')
  })
})

describe('WAP-AUTH.2 the form of the paper', () => {
  test.each(['in-county', 'out-of-county'] as const)(
    '%s: a photocopy is refused, and the original asked for',
    (origin) => {
      const checked = check({ ...whole(origin), form: 'photocopy' })
      expect(checked).toMatchObject({ outcome: 'refused', askCourt: ['original-or-certified-copy'] })
      expect(checked.reasons).toMatchObject([{ code: 'commitment.photocopy', clause: 'WAP-AUTH.2' }])
    },
  )

  test.each(['in-county', 'out-of-county'] as const)(
    '%s: a fax is accepted, the original stays owed',
    (origin) => {
      const checked = check({ ...whole(origin), form: 'fax' })
      expect(checked).toMatchObject({
        outcome: 'accepted-pending-original',
        bookingAuthority: 'pending-original',
        askCourt: ['original-or-certified-copy'],
      })
      expect(checked.reasons).toMatchObject([{ code: 'commitment.fax', clause: 'WAP-AUTH.2' }])
    },
  )

  test('a fax without a docket number is incomplete, and asks for both', () => {
    const checked = check(withItem({ ...whole('in-county'), form: 'fax' }, 'docket-number', 'absent'))
    expect(checked.outcome).toBe('incomplete')
    expect(checked.askCourt).toEqual(['docket-number', 'original-or-certified-copy'])
  })

  test('not said yet: asked', () => {
    const checked = check({ ...whole('in-county'), form: 'unknown' })
    expect(checked).toMatchObject({ outcome: 'incomplete', bookingAuthority: 'unknown', toCheck: ['form'] })
  })
})

test('WAP-AUTH.3 a filing stamp does not serve for the seal of another county', () => {
  const paper = withItem(withItem(whole('out-of-county'), 'court-seal', 'absent'), 'court-mark', 'present')
  expect(check(paper).outcome).toBe('refused')
})

describe('WAP-P1.2 modified, or without jail orders', () => {
  const cases = [
    ['modified', { modified: true, jailOrders: true }],
    ['without jail orders', { modified: false, jailOrders: false }],
    ['both', { modified: true, jailOrders: false }],
    ['modified, jail orders not looked at', { modified: true, jailOrders: null }],
  ] as const
  test.each(cases)('%s: look for a file; follow it; or return to court', (_, change) => {
    const paper = { ...whole('in-county'), ...change }
    expect(check(paper)).toMatchObject({ outcome: 'incomplete', file: 'look-for-active-file' })
    expect(check(paper).toCheck).toContain('active-file')
    const found = check({ ...paper, activeFileFound: true })
    expect(found.file).toBe('follow-new-orders')
    expect(found.reasons.at(-1)).toMatchObject({
      code: 'commitment.file.follow-new-orders',
      clause: 'WAP-P1.2',
    })
    expect(check({ ...paper, activeFileFound: false })).toMatchObject({
      outcome: 'refused',
      bookingAuthority: 'valid',
      file: 'return-to-court',
    })
  })

  test('a file was found and everything else is there: accepted', () => {
    expect(check({ ...whole('in-county'), modified: true, activeFileFound: true }).outcome).toBe('accepted')
  })

  test('neither said yet: asked', () => {
    const checked = check({ ...whole('in-county'), modified: null, jailOrders: null })
    expect(checked).toMatchObject({
      outcome: 'incomplete',
      file: 'unknown',
      toCheck: ['modified', 'jail-orders'],
    })
    expect(check({ ...whole('in-county'), modified: null }).file).toBe('unknown')
    expect(check({ ...whole('in-county'), jailOrders: null }).file).toBe('unknown')
  })
})

test('a paper that does not fit is refused with its place', () => {
  const bad = { ...whole('in-county'), form: 'email' } as unknown as CommitmentPaper
  expect(() => check(bad)).toThrow('commitment: form: must be one of original, certified-copy')
})
