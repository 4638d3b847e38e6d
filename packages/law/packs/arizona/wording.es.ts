import type { en } from './wording.en.ts'

/** Lo que solo dicen los programas de Arizona, en español. */
export const es: Readonly<Record<keyof typeof en, string>> = {
  'ars.fact.sentencedToCountyJail': '¿Está la persona sentenciada a la cárcel del condado?',
  'ars.fact.classificationReviewed':
    '¿Hizo el programa de clasificación de la cárcel su revisión y determinación independiente?',
  'ars.fact.foundRiskToSelf': '¿Determinó el sheriff que la persona es un riesgo para sí misma?',
  'ars.fact.foundRiskToCommunity':
    '¿Determinó el sheriff que la persona es un riesgo para otros miembros de la comunidad?',
  'ars.fact.pastViolentBehavior': '¿Hay antecedentes de conducta violenta?',
  'ars.fact.convictedOfSeriousOffense': '¿Ha sido la persona condenada por un delito grave (sección 13-706)?',
  'ars.fact.sentencedAsDangerousOffender':
    '¿Fue sentenciada la persona como infractor peligroso (sección 13-704)?',
  'ars.fact.sentencedAsRepetitiveOffender':
    '¿Fue sentenciada la persona como infractor reincidente (sección 13-703)?',
  'ars.fact.jailForFelonyConviction': '¿Se cumple la cárcel por una condena de delito mayor?',
  'ars.fact.judgeStatedIneligible':
    '¿Declaró el juez al dictar sentencia que la persona no puede ser elegible?',
  'ars.fact.heldForAnotherJurisdiction': '¿Está la persona detenida a disposición de otra jurisdicción?',
  'ars.fact.sentencedForDui': '¿Es la sentencia por conducir bajo la influencia (sección 28-1381 o 28-1382)?',
  'ars.fact.electronicMonitoringRequired': '¿Exige el sheriff vigilancia electrónica en el hogar?',
  'ars.fact.locationMonitoredConstantly':
    '¿Vigila constantemente la ubicación un dispositivo de detención domiciliaria?',
  'ars.fact.otherMonitoringInPlace': '¿Hay vigilancia por visitas, por teléfono o por otro método apropiado?',
  'ars.fact.courtAuthorizedPlacement': '¿Autorizó el tribunal la colocación?',
  'ars.fact.duiOffence': '¿Según qué inciso fue sentenciada la persona?',
  'ars.fact.jailDaysServed':
    '¿Cuántos días de esta sentencia ha cumplido la persona en la cárcel, según la hoja de cálculo?',
  'ars.fact.initialTermDays':
    '¿De cuántos días es el término inicial de encarcelamiento, antes de cualquier suspensión?',
  'ars.fact.suspendedDays': '¿Cuántos días del término inicial suspendió el tribunal?',
  'ars.fact.boardMajorityOfFullMembership':
    '¿Votó a favor del programa la mayoría de todos los miembros de la junta de supervisores?',
  'ars.fact.publicHearingHeld': '¿Hubo una audiencia pública antes de la votación?',
  'ars.fact.necessityFound': '¿Determinó la junta que el programa es necesario?',
  'ars.fact.placementOrderOnFile': '¿Está en el expediente la orden de colocación del tribunal?',
  'ars.fact.courtRequiredMonitoring': '¿Exigió el tribunal vigilancia electrónica en el hogar?',
  'ars.fact.consecutiveHoursOrdered': '¿Ordenó el tribunal horas consecutivas de cárcel?',
  'ars.fact.homeDuringConsecutiveHours':
    '¿Permanece la persona en su hogar durante las horas consecutivas ordenadas?',
  'ars.fact.keepsSubsectionsCToG': '¿Cumple la persona todas las disposiciones de los incisos C a G?',
  'ars.fact.testedEveryDay': '¿Se le hace una prueba de alcohol o drogas al menos una vez al día?',
  'ars.fact.testMethodScientific': '¿Se hace la prueba con un método científico?',
  'ars.fact.testPlace': '¿Dónde se hace la prueba?',
  'ars.fact.inAlcoholOrDrugProgram': '¿Participa la persona en un programa de alcohol o drogas, o en ambos?',
  'ars.fact.programAccredited':
    '¿Está acreditado ese programa por el departamento de salud o por un departamento de libertad condicional del condado?',
  'ars.fact.associatesWithDetrimental':
    '¿Se relaciona la persona con alguien que se determinó perjudicial para su éxito en el programa?',
  'ars.fact.keepsOtherProvisions': '¿Cumple la persona las demás disposiciones de la sentencia?',
  'ars.test-place.home': 'en el hogar de la persona',
  'ars.test-place.court-designated-office': 'en la oficina de quien designó el tribunal',
  'ars.test-place.elsewhere': 'en otro lugar',

  'ars.rule.sentenced': 'Sentenciada a la cárcel del condado',
  'ars.rule.reviewed':
    'El programa de clasificación de la cárcel hizo su revisión y determinación independiente',
  'ars.rule.riskFound':
    'El sheriff determinó, tras la revisión independiente del programa de clasificación, que es un riesgo para sí misma o para la comunidad',
  'ars.rule.pastViolentBehavior': 'Antecedentes de conducta violenta',
  'ars.rule.seriousOffense':
    'Condenada por un delito grave, o sentenciada como infractor peligroso o reincidente',
  'ars.rule.felony': 'La cárcel se cumple por una condena de delito mayor',
  'ars.rule.judgeStated': 'El juez declaró al dictar sentencia que la persona no puede ser elegible',
  'ars.rule.heldElsewhere': 'Sentenciada a la cárcel del condado y detenida para otra jurisdicción',
  'ars.rule.constantMonitoring':
    'Si se exige vigilancia electrónica, un dispositivo vigila constantemente la ubicación',
  'ars.rule.otherMonitoring': 'Si no se exige, vigilancia por visitas, teléfono u otros métodos apropiados',
  'ars.rule.notDui': 'No sentenciada por conducir bajo la influencia',
  'ars.rule.dui': 'Sentenciada por conducir bajo la influencia',
  'ars.rule.courtAuthorized': 'El tribunal autorizó la colocación',
  'ars.rule.subsectionB': 'Se aplica el inciso B',
  'ars.rule.jailDays':
    'Según 28-1381(I): al menos {jailDaysFirst|día|días} cumplidos en la cárcel antes de la colocación',
  'ars.rule.jailShare':
    'Según 28-1381(K), 28-1382(D) o (E): al menos el {jailSharePercent} por ciento del término inicial cumplido en la cárcel antes de la colocación, redondeado hacia arriba',
  'ars.rule.authorized':
    'Autorizado por la mayoría de todos los miembros de la junta de supervisores, tras una audiencia pública y una determinación de necesidad',
  'ars.rule.orderOnFile': 'La orden de colocación del tribunal está en el expediente',
  'ars.rule.courtRequiredMonitoring': 'El tribunal exigió vigilancia electrónica en el hogar',
  'ars.rule.monitoredConstantly': 'Un dispositivo vigila constantemente la ubicación',
  'ars.rule.consecutiveHours': 'En su hogar durante las horas consecutivas que ordenó el tribunal',
  'ars.rule.subsectionsCToG': 'Cumple todas las disposiciones de los incisos C a G',
  'ars.rule.testedDaily':
    'Prueba al menos una vez al día con un método científico, en su hogar o en la oficina de quien designó el tribunal',
  'ars.rule.accreditedProgram': 'En un programa acreditado de alcohol o drogas, o en ambos',
  'ars.rule.noDetrimental': 'Sin relación con nadie que se haya determinado perjudicial',
  'ars.rule.otherProvisions': 'Cumple las demás disposiciones de la sentencia',
  'ars.note.closesAll':
    'Cierra por igual el trabajo, la restitución comunitaria, la detención domiciliaria y la vigilancia continua de alcohol',
  'ars.note.duiPrograms':
    'Quien fue sentenciado por conducir bajo la influencia solo entra a los programas de los incisos K a Q',

  'ars.parameter.leavePurposes':
    '¿Para qué fines deja salir la norma de la cárcel sobre peticiones de traslado?',
  'ars.parameter.leaveNoticeDays': '¿Con cuántos días de anticipación pide esa norma la petición?',
  'ars.parameter.committeeMonths': '¿En cuántos meses debe reunirse otra vez el comité?',
  'ars.parameter.committeeWarnDays': '¿Con cuántos días de anticipación se avisa?',
  'ars.parameter.committeeQuorum': '¿Cuántos miembros deben estar presentes para votar?',
  'ars.parameter.committeeTermMonths': '¿Por cuántos meses sirve un miembro?',
  'ars.parameter.monthlyFeeCents': '¿Cuánto se cobra por cada mes?',
  'ars.parameter.jailDaysFirst': '¿Cuántos días de cárcel van primero según 28-1381(I)?',
  'ars.parameter.jailSharePercent':
    '¿Qué por ciento del término inicial va primero en la cárcel según 28-1381(K), 28-1382(D) o (E)?',
  'ars.parameter.jailShareOf':
    '¿Se toma la parte del término completo o del término después de la suspensión?',
  'ars.parameter.jailCredit': '¿Cuenta el tiempo ya cumplido como tiempo en la cárcel?',
  'ars.parameter.challengeDays': '¿En cuántos días se puede impugnar una decisión?',

  'ars.fees.monitoring': 'Costo de la vigilancia',
  'ars.fees.monitoring-month': 'Cuota mensual durante la vigilancia',
  'ars.fees.testing': 'Costo de las pruebas',
  'ars.fees.treatment-enrolment': 'Costo de la inscripción en el programa',

  'ars.decision.admit': 'Seleccionar a la persona para el programa',
  'ars.decision.deny': 'Negar el programa',
  'ars.decision.termination': 'Terminar la participación de la persona',
  'ars.decision.program-termination': 'Terminar el programa',
  'ars.decision.custody-for-nonpayment': 'Custodia por falta de pago',
  'ars.decision.lesser-sanction': 'Una sanción menor',
  'ars.decision.challenge-review': 'Revisar la impugnación de una decisión',
  'ars.decision.parameter-change': 'Cambiar un número del condado',
  'ars.decision.electronic-monitoring': 'Exigir vigilancia electrónica en el hogar',
  'ars.decision.monitoring-parameters': 'Aprobar cómo se hace la vigilancia',
  'ars.decision.detrimental-association': 'Determinar que alguien es perjudicial para el éxito',
  'ars.decision.weekend-restitution': 'Exigir restitución comunitaria los fines de semana',
  'ars.decision.special-leave': 'Permitir una salida para un fin especial',
  'ars.decision.monitoring-fee-order': 'Ordenar la cuota de vigilancia',
  'ars.decision.fee-change': 'Fijar una cuota menor de vigilancia tras determinar que no puede pagar',
  'ars.decision.fee-waiver': 'Fijar un monto menor de los costos tras determinar que no puede pagar',
  'ars.decision.work-project-recommendation': 'Recomendar un proyecto de restitución comunitaria',
  'ars.decision.work-project-approval': 'Aprobar un proyecto de restitución comunitaria',
  'ars.decision.committee-appointment': 'Seleccionar a los miembros del comité',
  'ars.decision.return-to-custody': 'Terminar la participación y ordenar que el resto se cumpla en la cárcel',
  'ars.decision.added-criteria': 'Agregar criterios del condado',
  'ars.decision.placement': 'Colocar a la persona en detención domiciliaria',
  'ars.decision.program-authorization': 'Autorizar la detención domiciliaria por conducir bajo la influencia',

  'ars.ending.completed': 'La sentencia está cumplida',
  'ars.ending.withdrawn': 'La persona se retiró',
  'ars.ending.I': 'El sheriff terminó la participación',
  'ars.ending.Q': 'El sheriff terminó el programa',
  'ars.ending.O.1':
    'El tribunal la terminó: no se completó la evaluación, consejería, educación o tratamiento ordenado',
  'ars.ending.O.2': 'El tribunal la terminó: salió del lugar sin permiso',
  'ars.ending.P': 'El tribunal la terminó',

  'ars.never.committeePaid': 'Los miembros del comité nunca reciben pago',

  'committee.seat.sheriff-designee': 'designados del sheriff',
  'committee.seat.county-attorney': 'representante del fiscal del condado',
  'committee.seat.local-police': 'representante de una policía local',
  'committee.seat.private-sector': 'miembros del sector privado',
  'committee.meeting': 'Reunión del comité de restitución comunitaria',
  'committee.term-over': 'Terminó el período de {member}: desde el {from:day}, {months|mes|meses}',
  'committee.vacant': 'Vacante: {filled} de {wanted} {seat}',
  'committee.too-many': 'De más: {filled} de {wanted} {seat}',
  'committee.no-chair': 'Nadie preside el comité',
  'committee.two-chairs': 'Más de un miembro preside el comité',
  'committee.chair-not-designee': 'Quien preside no es un designado del sheriff',
  'committee.complete': 'Todos los puestos están ocupados y preside un designado del sheriff',
  'committee.never-met': 'Aún no se ha reunido: hay que convocar una reunión',
  'committee.meet-by': 'Debe reunirse otra vez a más tardar el {by:day}',
  'committee.soon': 'Debe reunirse a más tardar el {by:day}: convocar la reunión ahora',
  'committee.late': 'Debió reunirse a más tardar el {by:day}',
  'committee.quorum-unset':
    'La oficina no ha dicho cuántos miembros forman quórum ({inFavor} de {present} a favor)',
  'committee.no-quorum': '{present} presentes, menos que el quórum de {quorum}; {inFavor} a favor',
  'committee.recommended': 'Recomendado al sheriff: {inFavor} de {present} a favor',
  'committee.not-recommended': 'No recomendado: {inFavor} de {present} a favor',
  'committee.project.not-recommended': 'El comité aún no ha recomendado el proyecto',
  'committee.project.not-approved': 'El sheriff aún no ha aprobado el proyecto',
  'committee.project.approved-first':
    'Aprobado el {approvedOn:day}, antes de ser recomendado ({recommendedOn:day})',
  'committee.project.supervised-elsewhere':
    'No lo supervisa ni una agencia pública de este estado ni una organización comunitaria',
  'committee.project.public-works':
    'Obra pública de una agencia de este estado, recomendada por el comité y aprobada por el sheriff',
  'committee.project.community':
    'Trabajo de una organización comunitaria, recomendado por el comité y aprobado por el sheriff',

  'leave.standard-unset': 'Aún no está cargada la norma de la cárcel sobre peticiones de traslado',
  'leave.purpose': 'La norma de la cárcel sobre peticiones de traslado contempla este fin',
  'leave.purpose-not-in-standard': 'No es un fin de la norma de la cárcel sobre peticiones de traslado',
  'leave.notice-short': 'Pedido con menos de {notice|día|días} de anticipación',
  'leave.sheriff-decides': 'El sheriff puede permitirlo',
  'leave.weekend-restitution': 'El sheriff puede exigir restitución comunitaria los fines de semana',
  'leave.consecutive-hours': 'Dentro de las horas que el tribunal ordenó en el hogar ({from} a {to})',
}
