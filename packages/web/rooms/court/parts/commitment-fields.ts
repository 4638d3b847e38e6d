import { msg } from '@lingui/core/macro'
import {
  area,
  choice,
  day,
  type Option,
  rows,
  select,
  text,
  ticks,
  type ValuesOf,
  whole,
} from '../../../parts/form/index.ts'
import type { Words } from '../../../parts/words/words.ts'
import { type ItemName, itemNames, markField } from './items.ts'
import type { Commitment, CommitmentBody } from './types.ts'

const yesOrNo = [
  { value: 'yes', label: msg`Yes` },
  { value: 'no', label: msg`No` },
] as const

const levels = [
  { value: 'misdemeanor', label: msg`Misdemeanor` },
  { value: 'felony', label: msg`Felony` },
  { value: 'infraction', label: msg`Infraction` },
  { value: 'unknown', label: msg`Not stated` },
] as const

const mark = (label: Words) =>
  select({
    label,
    options: [
      { value: 'present', label: msg`On the paper` },
      { value: 'absent', label: msg`Not on the paper` },
    ],
  })

/** What items of the checklist are called, where that is known. */
type ItemWords = { readonly [Name in ItemName]?: string }

const marks = (words: ItemWords) =>
  Object.fromEntries(
    itemNames.map((name) => [markField(name), mark(words[name] ?? msg`Checklist`)]),
  ) as Record<ReturnType<typeof markField>, ReturnType<typeof mark>>

/**
 * The fields of a commitment as a clerk reads it from the paper.
 * @param others commitments of the same person
 * @param words what the items of the checklist are called: where two people's marks are shown side by side
 */
export function commitmentFields(others: readonly Option[], words: ItemWords = {}) {
  return {
    origin: choice({
      label: msg`Court`,
      required: true,
      options: [
        { value: 'in-county', label: msg`Of this county` },
        { value: 'out-of-county', label: msg`Of another county` },
      ],
    }),
    receivedOn: day({ label: msg`Received on`, required: true, latest: 'today' }),
    form: select({
      label: msg`What came`,
      required: true,
      options: [
        { value: 'original', label: msg`The original` },
        { value: 'certified-copy', label: msg`A certified copy` },
        { value: 'fax', label: msg`A fax` },
        { value: 'photocopy', label: msg`A photocopy` },
        { value: 'unknown', label: msg`Not looked at yet` },
      ],
    }),
    docket: text({ label: msg`Docket number`, most: 60 }),
    courtName: text({ label: msg`Sentencing court`, most: 200 }),
    county: text({ label: msg`Originating county`, most: 100 }),
    judgeName: text({ label: msg`Judge`, most: 200 }),
    sentencedOn: day({ label: msg`Sentenced on`, latest: 'today' }),
    charges: rows({
      label: msg`Charges`,
      add: msg`Add a charge`,
      row: msg`Charge`,
      of: {
        statute: text({ label: msg`Statute`, required: true, most: 100, hint: msg`Such as VC 23152(b)` }),
        description: text({ label: msg`In words`, most: 300 }),
        level: select({
          label: msg`Level`,
          options: levels,
        }),
      },
    }),
    years: whole({ label: msg`Years`, least: 0, most: 99 }),
    months: whole({ label: msg`Months`, least: 0, most: 1188 }),
    days: whole({ label: msg`Days`, least: 0, most: 36_500 }),
    creditDays: whole({ label: msg`Credit for time served`, unit: msg`days`, least: 0, most: 36_500 }),
    goodTimeDays: whole({
      label: msg`Good time granted`,
      unit: msg`days`,
      least: 0,
      most: 36_500,
      hint: msg`Only for home detention. Leave it empty where none is granted.`,
    }),
    startsOn: day({ label: msg`Sentence starts on` }),
    relation: choice({
      label: msg`Concurrent or consecutive`,
      options: [
        { value: 'concurrent', label: msg`Concurrent` },
        { value: 'consecutive', label: msg`Consecutive` },
        { value: 'unstated', label: msg`The paper does not say` },
      ],
    }),
    consecutiveTo: ticks({ label: msg`It begins after`, options: others }),
    conditions: area({ label: msg`Conditions of the sentence`, most: 4000 }),
    addressOnPaper: text({ label: msg`Address on the paper`, most: 300 }),
    violation: choice({
      label: msg`Does it indicate a violation of law or probation?`,
      options: yesOrNo,
    }),
    modification: choice({ label: msg`Does it modify an earlier commitment?`, options: yesOrNo }),
    modifiesCommitmentId: select({ label: msg`Which one it modifies`, options: others }),
    jailOrders: choice({ label: msg`Are jail orders listed on it?`, options: yesOrNo }),
    activeFile: choice({
      label: msg`Was an active file found?`,
      hint: msg`The violation and order-for-arrest files included.`,
      options: yesOrNo,
    }),
    ...marks(words),
  }
}

/** The fields of a commitment. */
export type CommitmentFields = ReturnType<typeof commitmentFields>
type Values = ValuesOf<CommitmentFields>

const known = (answer: 'yes' | 'no' | null): boolean | null => (answer === null ? null : answer === 'yes')
const answered = (value: boolean | null): 'yes' | 'no' | null =>
  value === null ? null : value ? 'yes' : 'no'

/** What a form says of a commitment, as the office takes it. */
export function commitmentOf(
  values: Values,
  items: CommitmentBody['items'],
  paperId: string | null,
): Omit<CommitmentBody, 'version'> {
  const isConsecutive = values.relation === 'consecutive'
  const isModification = values.modification === 'yes'
  return {
    origin: values.origin,
    receivedOn: values.receivedOn,
    form: values.form,
    docket: values.docket,
    courtName: values.courtName,
    county: values.origin === 'out-of-county' ? values.county : '',
    judgeName: values.judgeName,
    sentencedOn: values.sentencedOn,
    charges: values.charges.map((charge) => ({ ...charge, level: charge.level ?? 'unknown' })),
    years: values.years,
    months: values.months,
    days: values.days,
    creditDays: values.creditDays,
    goodTimeDays: values.goodTimeDays,
    startsOn: values.startsOn,
    relation: values.relation ?? 'unstated',
    consecutiveTo: isConsecutive ? values.consecutiveTo : [],
    conditions: values.conditions,
    addressOnPaper: values.addressOnPaper,
    violationIndicated: known(values.violation),
    modification: known(values.modification),
    modifiesCommitmentId: isModification ? values.modifiesCommitmentId : null,
    jailOrders: known(values.jailOrders),
    activeFileFound: known(values.activeFile),
    paperId,
    ...(items ? { items } : {}),
  }
}

/** The record that a form changes, in its own words. */
export function recordOf({ fields, version }: Pick<Commitment, 'fields' | 'version'>) {
  const { violationIndicated, modification, jailOrders, activeFileFound, items, relation, ...rest } = fields
  const state = (name: ItemName) => items[name] ?? 'unknown'
  return {
    ...rest,
    version,
    // Silence on the relation that the clerk looked at is an answer; without it nobody has answered yet.
    relation: relation === 'unstated' && state('relation') === 'unknown' ? null : relation,
    violation: answered(violationIndicated),
    modification: answered(modification),
    jailOrders: answered(jailOrders),
    activeFile: answered(activeFileFound),
    ...Object.fromEntries(
      itemNames.map((name) => [markField(name), state(name) === 'unknown' ? null : state(name)]),
    ),
  }
}

/** The name in the form of a field that the office names. */
export function placeInCommitment(path: string): string {
  const item = /^items\.([a-z-]+)$/.exec(path)?.[1]
  if (item !== undefined) return `mark-${item}`
  return { violationIndicated: 'violation', activeFileFound: 'activeFile' }[path] ?? path
}
