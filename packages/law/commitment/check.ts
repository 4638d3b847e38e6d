import { refuse } from '../errors.ts'
import { because } from '../pack.ts'
import type { Clause, Pack, Reason } from '../pack.types.ts'
import { accept } from '../schema/check.ts'
import type { WordingCode } from '../wording/index.ts'
import { commitmentSchema } from './schema.ts'
import type {
  CheckedItem,
  Checklist,
  CommitmentItem,
  CommitmentOrigin,
  CommitmentOutcome,
  CommitmentPaper,
  FileAction,
} from './types.ts'

/**
 * The lines of the checklist for papers of this county's courts, or of another county's (WAP-AUTH.1, AUTH.3,
 * SENT.3, P1.1).
 *
 * No units. Throws nothing: a program that checks no papers has no lines.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * commitmentItems(wap, 'out-of-county').some((i) => i.name === 'may-be-served-here') // => true
 * commitmentItems(wap, 'in-county').find((i) => i.name === 'charges').lists // => ['WAP-AUTH.1', 'WAP-SENT.3', 'WAP-P1.1']
 */
export function commitmentItems(pack: Pack, origin: CommitmentOrigin): readonly CommitmentItem[] {
  return pack.commitmentItems.filter((item) => item.origin === origin)
}

/**
 * Checks a commitment against all the lists that ask something of it, as one checklist.
 *
 * An absent WAP-AUTH item or a photocopy refuses the paper, even with items nobody has looked at. What only
 * SENT.3 or P1.1 ask for is asked from the court and leaves the paper incomplete. A fax serves until the
 * original comes, which stays owed. A modified paper, or one without jail orders, needs an active file
 * (WAP-P1.2). Throws `LawInputError` when the paper does not fit its schema.
 *
 * No units: items are present, absent or unknown.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * const items = Object.fromEntries(commitmentItems(wap, 'in-county').map((i) => [i.name, 'present']))
 * const paper = { origin: 'in-county', form: 'fax', items, modified: false, jailOrders: true, activeFileFound: null }
 * checkCommitment(wap, paper).outcome // => 'accepted-pending-original'
 * checkCommitment(wap, paper).askCourt // => ['original-or-certified-copy']
 * checkCommitment(wap, { ...paper, form: 'photocopy' }).outcome // => 'refused'
 */
export function checkCommitment(pack: Pack, paper: CommitmentPaper): Checklist {
  accept('commitment', commitmentSchema, paper)
  if (pack.commitmentItems.length === 0) refuse(pack.name, '', 'has no checklist of commitments')
  const items = commitmentItems(pack, paper.origin).map((item) => ({
    ...item,
    state: paper.items[item.name] ?? ('unknown' as const),
  }))
  const file = fileAction(paper)
  const bookingAuthority = authorityOf(paper, items)
  return {
    outcome: outcomeOf(bookingAuthority, file, items),
    bookingAuthority,
    items,
    form: paper.form,
    file,
    reasons: [
      ...formReasons(pack, paper),
      ...items.flatMap((i) => itemReasons(pack, i)),
      ...fileReasons(pack, file),
    ],
    askCourt: askCourt(paper, items),
    toCheck: toCheck(paper, items, file),
  }
}

function authorityOf(paper: CommitmentPaper, items: readonly CheckedItem[]): Checklist['bookingAuthority'] {
  const refusing = items.filter((item) => item.whenAbsent === 'refuse')
  if (paper.form === 'photocopy' || refusing.some((item) => item.state === 'absent')) return 'invalid'
  if (paper.form === 'unknown' || refusing.some((item) => item.state === 'unknown')) return 'unknown'
  return paper.form === 'fax' ? 'pending-original' : 'valid'
}

function outcomeOf(
  authority: Checklist['bookingAuthority'],
  file: FileAction,
  items: readonly CheckedItem[],
): CommitmentOutcome {
  if (authority === 'invalid' || file === 'return-to-court') return 'refused'
  const open = items.some((i) => i.state === 'unknown' || (i.state === 'absent' && i.whenAbsent === 'ask'))
  const fileOpen = file === 'unknown' || file === 'look-for-active-file'
  if (authority === 'unknown' || open || fileOpen) return 'incomplete'
  return authority === 'pending-original' ? 'accepted-pending-original' : 'accepted'
}

/** WAP-P1.2. */
function fileAction(paper: CommitmentPaper): FileAction {
  if (paper.modified === true || paper.jailOrders === false) {
    if (paper.activeFileFound === null) return 'look-for-active-file'
    return paper.activeFileFound ? 'follow-new-orders' : 'return-to-court'
  }
  return paper.modified === null || paper.jailOrders === null ? 'unknown' : 'not-needed'
}

function formReasons(pack: Pack, paper: CommitmentPaper): readonly Reason[] {
  switch (paper.form) {
    case 'photocopy':
      return [because(pack, 'commitment.photocopy')]
    case 'fax':
      return [because(pack, 'commitment.fax')]
    case 'unknown':
      return [because(pack, 'commitment.form-unknown')]
    default:
      return []
  }
}

const ABSENT: Readonly<Record<CommitmentItem['whenAbsent'], WordingCode>> = {
  refuse: 'commitment.absent-refuses',
  ask: 'commitment.absent-asked',
  read: 'commitment.absent-read',
}

function itemReasons(pack: Pack, item: CheckedItem): readonly Reason[] {
  if (item.state === 'present') return []
  const code = item.state === 'unknown' ? 'commitment.not-checked' : ABSENT[item.whenAbsent]
  return [{ ...because(pack, code, { item: item.textCode }), clause: item.lists[0] as Clause }]
}

function fileReasons(pack: Pack, file: FileAction): readonly Reason[] {
  return file === 'not-needed' ? [] : [because(pack, `commitment.file.${file}`)]
}

function askCourt(paper: CommitmentPaper, items: readonly CheckedItem[]): Checklist['askCourt'] {
  const absent = items.filter((i) => i.state === 'absent' && i.whenAbsent !== 'read').map((i) => i.name)
  const owed = paper.form === 'fax' || paper.form === 'photocopy'
  return owed ? [...absent, 'original-or-certified-copy'] : absent
}

function toCheck(
  paper: CommitmentPaper,
  items: readonly CheckedItem[],
  file: FileAction,
): Checklist['toCheck'] {
  return [
    ...(paper.form === 'unknown' ? (['form'] as const) : []),
    ...items.filter((i) => i.state === 'unknown').map((i) => i.name),
    ...(paper.modified === null ? (['modified'] as const) : []),
    ...(paper.jailOrders === null ? (['jail-orders'] as const) : []),
    ...(file === 'look-for-active-file' ? (['active-file'] as const) : []),
  ]
}
