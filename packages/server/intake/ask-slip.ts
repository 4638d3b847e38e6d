import { verb, type Work } from '../platform/act.ts'
import { askDocument } from '../platform/documents.ts'
import { notFound } from '../platform/problem.ts'
import { programOf, programRun } from '../programs/index.ts'
import { feesAsTheyStand, formInWords } from './appointment-page.ts'
import { fullName, readEnrolment } from './enrolment.ts'

/** Asks for the slip a person takes home: when, what to bring, what it costs, in the person's language. */
export const askSlip = verb(
  'intake.ask-slip',
  async (work: Work<'intake'>, input: { appointmentId: string }): Promise<{ documentId: string }> => {
    const { ctx, db } = work
    const appointment = await db
      .selectFrom('intake.appointment')
      .select(['id', 'enrolment_id', 'starts_at', 'limiting_condition', 'brings_statement'])
      .where('id', '=', input.appointmentId)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    if (!appointment) throw notFound('open appointment')
    const enrolment = await readEnrolment(db, appointment.enrolment_id, ctx.today)
    const { language } = enrolment
    const pack = programOf(enrolment)
    const at = appointment.starts_at.toZonedDateTimeISO(ctx.agency.timeZone)
    const fees = await feesAsTheyStand(db, enrolment, ctx.today)
    return askDocument(work, {
      kind: 'intake/appointment-slip',
      title: language === 'es' ? 'Su cita' : 'Your appointment',
      personId: enrolment.personId,
      about: { appointment: appointment.id, enrolment: enrolment.id },
      language,
      footer: `${pack.title} ${pack.version} · ${ctx.today}`,
      data: {
        program: programRun(enrolment.pack)?.name ?? pack.title,
        name: fullName(enrolment),
        number: enrolment.number,
        day: at.toPlainDate().toString(),
        time: at.toPlainTime().toString({ smallestUnit: 'minute' }),
        limitingCondition: appointment.limiting_condition === 'yes',
        bringsStatement: appointment.brings_statement,
        adjustedDays: enrolment.adjustedDays,
        chargedCents: fees?.chargedCents ?? null,
        fees: fees?.lines.map((line) => ({ label: line.label[language], cents: line.chargedCents })) ?? [],
        paymentForms: pack.paymentForms.map((form) => formInWords(form)[language]),
      },
    })
  },
)
