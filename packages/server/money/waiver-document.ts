import type { Language } from '@inlieu/law'
import type { Work } from '../platform/act.ts'
import { askDocument } from '../platform/documents.ts'
import type { OpenWaiver } from './open-waiver.ts'
import { personOf } from './receipt-document.ts'

/** What the notice of a decision says. The budget form is no part of it. */
export interface DecisionNotice {
  waiver: OpenWaiver
  outcome: 'granted' | 'granted-in-part' | 'denied'
  waivedCents: number
  balanceCents: number
  reason: string
  /** The clause that lets this account decide. */
  clause: string
}

/** Asks for the notice that tells a person how their request ended, in their language. */
export async function askDecisionNotice(work: Work<'money'>, notice: DecisionNotice): Promise<string> {
  const enrolment = await work.db
    .selectFrom('programs.v_enrolment')
    .select(['number', 'person_id'])
    .where('id', '=', notice.waiver.enrolmentId)
    .executeTakeFirstOrThrow()
  const person = await personOf(work, enrolment.person_id!)
  const { documentId } = await askDocument(work, {
    kind: 'money/waiver-decision',
    title: titleOf(person.language),
    personId: enrolment.person_id,
    about: { waiver: notice.waiver.id, enrolment: notice.waiver.enrolmentId },
    language: person.language,
    data: {
      person: person.name,
      enrolment: enrolment.number,
      outcome: notice.outcome,
      waivedCents: notice.waivedCents,
      balanceCents: notice.balanceCents,
      reason: notice.reason,
      decidedOn: work.ctx.today.toString(),
      decidedBy: work.ctx.actorName,
    },
    footer: `${enrolment.number} · ${[...new Set(['WAP-FEE.2', notice.clause, 'WAP-P3.3'])].join(', ')} · ${work.ctx.today}`,
  })
  return documentId
}

function titleOf(language: Language): string {
  return language === 'es'
    ? 'Decisión sobre su solicitud de exención de cuotas'
    : 'Decision on your request to waive fees'
}
