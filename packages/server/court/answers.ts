import { z } from 'zod'
import { likelyDuplicatesView } from '../people/index.ts'
import { day, id, instant } from '../platform/schemas.ts'
import { itemNames } from './checklist.ts'
import { checklistView, namedView } from './checklist-words.ts'
import { chargeLevels, itemStates, origins, paperForms, relations } from './commitment-schema.ts'
import { commitmentStates } from './commitment-state.ts'

const outcome = z.enum(['accepted', 'accepted-pending-original', 'refused', 'incomplete'])

/** What became of a paper that was received. */
export const receivedView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received'), commitmentId: id, personId: id, outcome }),
  likelyDuplicatesView,
  z.object({ kind: z.literal('on-record'), commitmentId: id, personId: id }),
])

/** What became of a commitment that was to be moved. */
export const movedView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moved'), personId: id, version: z.int() }),
  likelyDuplicatesView,
  z.object({ kind: z.literal('on-record'), commitmentId: id, personId: id }),
])

/** After a change: the version from now on, and what the checklist says. */
export const changedView = z.object({ version: z.int(), outcome })

/** A commitment as its form shows it. */
const fieldsView = z.object({
  origin: z.enum(origins),
  docket: z.string(),
  courtName: z.string(),
  county: z.string(),
  judgeName: z.string(),
  receivedOn: day,
  sentencedOn: day.nullable(),
  form: z.enum(paperForms),
  modification: z.boolean().nullable(),
  jailOrders: z.boolean().nullable(),
  activeFileFound: z.boolean().nullable(),
  modifiesCommitmentId: id.nullable(),
  years: z.int().nullable(),
  months: z.int().nullable(),
  days: z.int().nullable(),
  creditDays: z.int().nullable(),
  goodTimeDays: z.int().nullable(),
  startsOn: day.nullable(),
  relation: z.enum(relations),
  consecutiveTo: z.array(id),
  violationIndicated: z.boolean().nullable(),
  conditions: z.string(),
  addressOnPaper: z.string(),
  paperId: id.nullable(),
  items: z.partialRecord(z.enum(itemNames), z.enum(itemStates)),
  charges: z.array(z.object({ statute: z.string(), description: z.string(), level: z.enum(chargeLevels) })),
})

const person = z.object({
  id,
  familyName: z.string(),
  givenNames: z.string(),
  suffix: z.string(),
  birthDate: day.nullable(),
})

/** A line of the list of commitments. */
export const listedView = z.object({
  id,
  person,
  docket: z.string(),
  courtName: z.string(),
  receivedOn: day,
  sentencedOn: day.nullable(),
  state: z.enum(commitmentStates),
  /** What the court is to be asked for, by the names of the checklist. */
  owed: z.array(namedView),
  /** What nobody has looked at yet. */
  toCheck: z.array(namedView),
  modification: z.boolean().nullable(),
  enrolmentId: id.nullable(),
  enrolmentNumber: z.string().nullable(),
  paperId: id.nullable(),
})

/** Another commitment of the same person. */
const otherView = z.object({
  id,
  docket: z.string(),
  courtName: z.string(),
  sentencedOn: day.nullable(),
  receivedOn: day,
  modifies: id.nullable(),
  isReturned: z.boolean(),
})

/** A file of the office on a person (WAP-P1.2). */
const fileView = z.object({
  enrolmentId: id,
  number: z.string(),
  state: z.string(),
  since: day,
  isOpen: z.boolean(),
})

/** What the office has of a person when another paper comes. */
export const personFilesView = z.object({ commitments: z.array(otherView), files: z.array(fileView) })

/** Everything the page of a commitment shows. */
export const commitmentView = z.object({
  id,
  version: z.int(),
  person,
  fields: fieldsView,
  checklist: checklistView,
  /** The release of the policy that the checklist was made under; whether this release still says the same. */
  policy: z.object({ version: z.string(), hash: z.string(), stillSo: z.boolean() }),
  state: z.enum(commitmentStates),
  receivedWhileActive: z.boolean(),
  original: z
    .object({ form: z.enum(['original', 'certified-copy']), receivedOn: day, paperId: id.nullable() })
    .nullable(),
  received: z.object({ at: instant, by: z.string() }),
  returned: z.object({ at: instant, by: z.string(), note: z.string() }).nullable(),
  requests: z.array(
    z.object({
      id,
      items: z.array(namedView),
      note: z.string(),
      askedAt: instant,
      askedBy: z.string(),
      answeredAt: instant.nullable(),
    }),
  ),
  /** The letters to the court about it, made or in the making. */
  letters: z.array(
    z.object({
      documentId: id,
      title: z.string(),
      askedAt: instant,
      paperId: id.nullable(),
      failure: z.string().nullable(),
    }),
  ),
  /** The scanned papers of it, to be shown beside the fields. */
  scans: z.array(z.object({ paperId: id, title: z.string(), mediaType: z.string() })),
  /** Other commitments of the person, and the office's files. */
  others: z.array(otherView),
  files: z.array(fileView),
  enrolmentId: id.nullable(),
})
