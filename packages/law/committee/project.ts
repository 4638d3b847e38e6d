import { refuse } from '../errors.ts'
import { because } from '../pack.ts'
import type { Day, Pack, Reason } from '../pack.types.ts'
import { checkParameters, numberOrUnset } from '../parameters.ts'
import type { Parameters } from '../parameters.types.ts'
import { accept } from '../schema/check.ts'
import { projectSchema, voteSchema } from './schema.ts'
import type { CommitteeDecision, CommitteeVote, ProjectCheck, WorkProject } from './types.ts'

/**
 * What a vote on a project comes to: recommended by more than half of those who were there, where there is a
 * quorum (own). The quorum is a setting; unset, the office is asked.
 *
 * Throws `LawInputError` where somebody voted who was not there, or is counted twice.
 *
 * People are counted, no units. The clauses are ARS-G and ARS-H.2.
 *
 * @example
 * const home = pack('arizona/home-detention')
 * const quorum = { name: 'committeeQuorum', value: 4, from: '2026-01-01', authority: 'Committee', resolution: '1' }
 * const parameters = resolveParameters(home, [quorum], '2026-03-02')
 * const present = ['a', 'b', 'c', 'd']
 * committeeVote(home, parameters, { present, inFavor: ['a', 'b', 'c'] }).outcome // => 'recommended'
 * committeeVote(home, parameters, { present, inFavor: ['a', 'b'] }).outcome // => 'not-recommended'
 * committeeVote(home, parameters, { present: ['a', 'b', 'c'], inFavor: ['a', 'b', 'c'] }).outcome // => 'no-quorum'
 */
export function committeeVote(pack: Pack, parameters: Parameters, vote: CommitteeVote): CommitteeDecision {
  checkParameters(pack, parameters)
  accept('vote', voteSchema, vote)
  refuseUncounted(vote)
  const quorum = numberOrUnset(parameters, 'committeeQuorum')
  const values = { present: vote.present.length, inFavor: vote.inFavor.length }
  if (quorum === null)
    return { outcome: 'ask', quorum, reasons: [because(pack, 'committee.quorum-unset', values)] }
  if (vote.present.length < quorum)
    return {
      outcome: 'no-quorum',
      quorum,
      reasons: [because(pack, 'committee.no-quorum', { ...values, quorum })],
    }
  const carried = vote.inFavor.length * 2 > vote.present.length
  return carried
    ? { outcome: 'recommended', quorum, reasons: [because(pack, 'committee.recommended', values)] }
    : { outcome: 'not-recommended', quorum, reasons: [because(pack, 'committee.not-recommended', values)] }
}

function refuseUncounted({ present, inFavor }: CommitteeVote): void {
  const twice =
    present.find((id, i) => present.indexOf(id) !== i) ?? inFavor.find((id, i) => inFavor.indexOf(id) !== i)
  if (twice !== undefined) refuse('vote', '', `${twice} is counted twice`)
  const absent = inFavor.find((id) => !present.includes(id))
  if (absent !== undefined) refuse('vote', 'inFavor', `${absent} was not there`)
}

/**
 * Whether people may be sent to a project on a day: the committee recommended it, and then the sheriff
 * approved it. Public works are operated and supervised by a public agency of this state or of its counties,
 * cities or towns; other work by a public or private community organization (ARS-G).
 *
 * Days are `YYYY-MM-DD`; that of the question counts. Throws `LawInputError` for a project that does not
 * fit.
 *
 * @example
 * const work = pack('arizona/work-and-restitution')
 * const project = { kind: 'public-works', supervisedBy: 'public-agency-of-this-state', recommendedOn: '2026-01-15', approvedOn: '2026-01-20' }
 * checkProject(work, project, '2026-01-20').open // => true
 * checkProject(work, project, '2026-01-19').open // => false
 * checkProject(work, { ...project, supervisedBy: 'other' }, '2026-01-20').reasons[0].clause // => 'ARS-G'
 */
export function checkProject(pack: Pack, project: WorkProject, on: Day): ProjectCheck {
  accept('project', projectSchema, project)
  const { recommendedOn, approvedOn } = project
  const by = (day: Day | null) => day !== null && day <= on
  const against: Reason[] = []
  if (!by(recommendedOn)) against.push(because(pack, 'committee.project.not-recommended'))
  if (!by(approvedOn)) against.push(because(pack, 'committee.project.not-approved'))
  if (recommendedOn !== null && approvedOn !== null && approvedOn < recommendedOn)
    against.push(because(pack, 'committee.project.approved-first', { approvedOn, recommendedOn }))
  const fits =
    project.kind === 'public-works'
      ? project.supervisedBy === 'public-agency-of-this-state'
      : project.supervisedBy !== 'other'
  if (!fits) against.unshift(because(pack, 'committee.project.supervised-elsewhere'))
  const open = against.length === 0
  return { open, reasons: open ? [because(pack, `committee.project.${project.kind}`)] : against }
}
