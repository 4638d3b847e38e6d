import type { Caller } from '../caller.ts'
import type { Case } from '../case/staff.ts'
import type { Participant } from './participants.ts'

interface Fact {
  name: string
  type: 'yes-no' | 'count' | 'choice'
  value: boolean | number | string | null
  source: string | null
}

/** What speaks for home detention; every other question is answered with no. */
const yes: ReadonlySet<string> = new Set([
  'convictedInCounty',
  'sentencedLocally',
  'volunteers',
  'minimumSecurityInmate',
  'committedToCountyFacility',
  'cellularEquipment',
  'hasResidence',
  'classifiedMediumSecurity',
  'willingToMeetWorkRequirements',
])

/** Of so many people one is weighed. */
const everyWeighed = 6

/**
 * Screens somebody and decides as the Sheriff's designee (SCC-2.A1): the questions that the record does not answer, then
 * the decision on what the page shows.
 */
export async function screen(
  { person, number }: Participant,
  one: Case,
  { clerk, sergeant }: { clerk: Caller; sergeant: Caller },
): Promise<void> {
  const path = `/api/intake/enrolments/${one.enrolmentId}/screening`
  const step = 'admission'
  const { version, facts } = await clerk.get<{ version: number | null; facts: Fact[] }>(path)
  const isWeighed = number % everyWeighed === 2
  const answerOf = ({ name, type }: Fact) => {
    if (name === 'countyOfResidence') return 'sacramento'
    if (name === 'continuingStudent') return !person.employed
    if (name === 'patternOfAddiction' || name === 'extensiveDrugOrAlcoholAbuse') return isWeighed
    return type === 'count' ? 0 : yes.has(name)
  }
  const open = facts.filter(({ source }) => source === null || source === 'asked')
  const answers = Object.fromEntries(open.map((fact) => [fact.name, answerOf(fact)]))
  const answered = await clerk.post<{ version: number }>(`${path}/answers`, { step, version, answers })
  await sergeant.post(`${path}/decision`, {
    step,
    version: answered.version,
    facts: { ...Object.fromEntries(facts.map(({ name, value }) => [name, value])), ...answers },
    decision: 'admit',
    reason: isWeighed
      ? 'In treatment since the spring; keeps work and family (made up).'
      : 'Nothing found that speaks against it (made up).',
  })
}
