/** What only the Arizona programs say. */
export const en = {
  'ars.fact.sentencedToCountyJail': 'Is the person sentenced to the county jail?',
  'ars.fact.classificationReviewed':
    'Has the jail’s classification program made its independent review and determination?',
  'ars.fact.foundRiskToSelf': 'Did the sheriff find that the prisoner is a risk to himself or herself?',
  'ars.fact.foundRiskToCommunity':
    'Did the sheriff find that the prisoner is a risk to other members of the community?',
  'ars.fact.pastViolentBehavior': 'Is there a past history of violent behavior?',
  'ars.fact.convictedOfSeriousOffense':
    'Has the prisoner been convicted of a serious offense (section 13-706)?',
  'ars.fact.sentencedAsDangerousOffender':
    'Was the prisoner sentenced as a dangerous offender (section 13-704)?',
  'ars.fact.sentencedAsRepetitiveOffender':
    'Was the prisoner sentenced as a repetitive offender (section 13-703)?',
  'ars.fact.jailForFelonyConviction': 'Is the jail time served as a result of a felony conviction?',
  'ars.fact.judgeStatedIneligible':
    'Did the judge state at the time of the sentence that the prisoner may not be eligible?',
  'ars.fact.heldForAnotherJurisdiction': 'Is the prisoner being held for another jurisdiction?',
  'ars.fact.sentencedForDui': 'Is the sentence for driving under the influence (section 28-1381 or 28-1382)?',
  'ars.fact.electronicMonitoringRequired': 'Does the sheriff require electronic monitoring at home?',
  'ars.fact.locationMonitoredConstantly':
    'Does a home detention device constantly monitor the prisoner’s location?',
  'ars.fact.otherMonitoringInPlace':
    'Is there monitoring by visitation, telephone contact or another appropriate method?',
  'ars.fact.courtAuthorizedPlacement': 'Did the court authorize the placement?',
  'ars.fact.duiOffence': 'Under which subsection was the person sentenced?',
  'ars.fact.jailDaysServed':
    'How many days of this sentence has the prisoner served in jail, as the worksheet counts them?',
  'ars.fact.initialTermDays': 'How many days is the initial term of incarceration, before any suspension?',
  'ars.fact.suspendedDays': 'How many days of the initial term did the court suspend?',
  'ars.fact.boardMajorityOfFullMembership':
    'Did a majority of the full membership of the board of supervisors vote for the program?',
  'ars.fact.publicHearingHeld': 'Was there a public hearing before the vote?',
  'ars.fact.necessityFound': 'Did the board find that the program is necessary?',
  'ars.fact.placementOrderOnFile': 'Is the court’s order of placement on file?',
  'ars.fact.courtRequiredMonitoring': 'Did the court require electronic monitoring in the home?',
  'ars.fact.consecutiveHoursOrdered': 'Did the court order consecutive hours of jail time?',
  'ars.fact.homeDuringConsecutiveHours':
    'Does the prisoner stay at home during the consecutive hours ordered?',
  'ars.fact.keepsSubsectionsCToG': 'Does the prisoner comply with all provisions of subsections C to G?',
  'ars.fact.testedEveryDay': 'Is the prisoner tested for alcohol or drugs at least once a day?',
  'ars.fact.testMethodScientific': 'Is the test made by a scientific method?',
  'ars.fact.testPlace': 'Where is the test made?',
  'ars.fact.inAlcoholOrDrugProgram': 'Does the prisoner take part in an alcohol or drug program, or both?',
  'ars.fact.programAccredited':
    'Is that program accredited by the department of health services or a county probation department?',
  'ars.fact.associatesWithDetrimental':
    'Does the prisoner associate with anyone determined to be detrimental to success in the program?',
  'ars.fact.keepsOtherProvisions':
    'Does the prisoner comply with all other provisions of the sentence imposed?',
  'ars.test-place.home': 'in the prisoner’s home',
  'ars.test-place.court-designated-office': 'at the office of a person designated by the court',
  'ars.test-place.elsewhere': 'somewhere else',

  'ars.rule.sentenced': 'Sentenced to the county jail',
  'ars.rule.reviewed': 'The jail’s classification program has made its independent review and determination',
  'ars.rule.riskFound':
    'Found by the sheriff, after the independent review of the jail’s classification program, to be a risk to self or to other members of the community',
  'ars.rule.pastViolentBehavior': 'Past history of violent behavior',
  'ars.rule.seriousOffense':
    'Convicted of a serious offense, or sentenced as a dangerous or repetitive offender',
  'ars.rule.felony': 'Jail time is served as a result of a felony conviction',
  'ars.rule.judgeStated': 'The judge stated at sentencing that the prisoner may not be eligible',
  'ars.rule.heldElsewhere': 'Sentenced to the county jail and held for another jurisdiction',
  'ars.rule.constantMonitoring':
    'Where electronic monitoring is required, a device constantly monitors the location',
  'ars.rule.otherMonitoring':
    'Where it is not required, monitoring by visitation, telephone or other appropriate methods',
  'ars.rule.notDui': 'Not sentenced for driving under the influence',
  'ars.rule.dui': 'Sentenced for driving under the influence',
  'ars.rule.courtAuthorized': 'The court authorized the placement',
  'ars.rule.subsectionB': 'Subsection B applies',
  'ars.rule.jailDays': 'Under 28-1381(I): at least {jailDaysFirst|day|days} served in jail before placement',
  'ars.rule.jailShare':
    'Under 28-1381(K), 28-1382(D) or (E): at least {jailSharePercent} per cent of the initial term served in jail before placement, rounded up to a whole day',
  'ars.rule.authorized':
    'Authorized by a majority of the full membership of the board of supervisors, after a public hearing and a finding of necessity',
  'ars.rule.orderOnFile': 'The court’s order of placement is on file',
  'ars.rule.courtRequiredMonitoring': 'The court required electronic monitoring in the home',
  'ars.rule.monitoredConstantly': 'A device constantly monitors the location',
  'ars.rule.consecutiveHours': 'At home during the consecutive hours that the court ordered',
  'ars.rule.subsectionsCToG': 'Complies with all provisions of subsections C to G',
  'ars.rule.testedDaily':
    'Tested at least once a day by a scientific method, at home or at the office of a person designated by the court',
  'ars.rule.accreditedProgram': 'In an accredited alcohol or drug program, or both',
  'ars.rule.noDetrimental': 'No association with anyone determined to be detrimental',
  'ars.rule.otherProvisions': 'Complies with all other provisions of the sentence',
  'ars.note.closesAll':
    'It closes work, community restitution, home detention and continuous alcohol monitoring alike',
  'ars.note.duiPrograms':
    'Who is sentenced for driving under the influence is placed only in the programs of subsections K to Q',

  'ars.parameter.leavePurposes':
    'For which purposes does the jail’s standard for transport requests let a prisoner go?',
  'ars.parameter.leaveNoticeDays': 'How many days ahead does that standard ask for a request?',
  'ars.parameter.committeeMonths': 'Within how many months must the committee meet again?',
  'ars.parameter.committeeWarnDays': 'How many days before that is it warned of?',
  'ars.parameter.committeeQuorum': 'How many members must be there for a vote?',
  'ars.parameter.committeeTermMonths': 'For how many months does a member sit?',
  'ars.parameter.monthlyFeeCents': 'What is charged for each month?',
  'ars.parameter.jailDaysFirst': 'How many days in jail come first under 28-1381(I)?',
  'ars.parameter.jailSharePercent':
    'How many per cent of the initial term come first in jail under 28-1381(K), 28-1382(D) or (E)?',
  'ars.parameter.jailShareOf': 'Is the share taken from the whole term or from the term after suspension?',
  'ars.parameter.jailCredit': 'Does credit for time served count as time in jail?',
  'ars.parameter.challengeDays': 'Within how many days may a decision be challenged?',

  'ars.fees.monitoring': 'Cost of monitoring',
  'ars.fees.monitoring-month': 'Monthly fee while monitored',
  'ars.fees.testing': 'Cost of testing',
  'ars.fees.treatment-enrolment': 'Cost of enrollment in the program',

  'ars.decision.admit': 'Select a prisoner for the program',
  'ars.decision.deny': 'Deny the program',
  'ars.decision.termination': 'End a prisoner’s participation',
  'ars.decision.program-termination': 'End the program',
  'ars.decision.custody-for-nonpayment': 'Custody for nonpayment',
  'ars.decision.lesser-sanction': 'A lesser sanction',
  'ars.decision.challenge-review': 'Review a challenge to a decision',
  'ars.decision.parameter-change': 'Change a number of the county',
  'ars.decision.electronic-monitoring': 'Require electronic monitoring at home',
  'ars.decision.monitoring-parameters': 'Approve how monitoring is done',
  'ars.decision.detrimental-association': 'Determine that someone is detrimental to success',
  'ars.decision.weekend-restitution': 'Require community restitution work on weekends',
  'ars.decision.special-leave': 'Allow leave for a special purpose',
  'ars.decision.monitoring-fee-order': 'Order the monitoring fee',
  'ars.decision.fee-change': 'Assess a lesser monitoring fee after determining inability to pay',
  'ars.decision.fee-waiver': 'Assess a lesser amount of the costs after determining inability to pay',
  'ars.decision.work-project-recommendation': 'Recommend a community restitution work project',
  'ars.decision.work-project-approval': 'Approve a community restitution work project',
  'ars.decision.committee-appointment': 'Select members of the committee',
  'ars.decision.return-to-custody': 'End participation and order the rest served in jail',
  'ars.decision.added-criteria': 'Add criteria of the county',
  'ars.decision.placement': 'Place a prisoner under home detention',
  'ars.decision.program-authorization': 'Authorize home detention for driving under the influence',

  'ars.ending.completed': 'The sentence is served',
  'ars.ending.withdrawn': 'The participant withdrew',
  'ars.ending.I': 'The sheriff ended the participation',
  'ars.ending.Q': 'The sheriff ended the program',
  'ars.ending.O.1': 'The court ended it: ordered screening, counseling, education or treatment not completed',
  'ars.ending.O.2': 'The court ended it: left the premises without permission',
  'ars.ending.P': 'The court ended it',

  'ars.never.committeePaid': 'Members of the committee are never compensated',

  'committee.seat.sheriff-designee': 'designees of the sheriff',
  'committee.seat.county-attorney': 'representative of the county attorney',
  'committee.seat.local-police': 'representative of a local police agency',
  'committee.seat.private-sector': 'members from the private sector',
  'committee.meeting': 'Meeting of the community restitution work committee',
  'committee.term-over': 'The term of {member} is over: since {from:day}, {months|month|months}',
  'committee.vacant': 'Vacant: {filled} of {wanted} {seat}',
  'committee.too-many': 'Too many: {filled} of {wanted} {seat}',
  'committee.no-chair': 'Nobody chairs the committee',
  'committee.two-chairs': 'More than one member chairs the committee',
  'committee.chair-not-designee': 'The chair is not a designee of the sheriff',
  'committee.complete': 'Every seat is filled, and a designee of the sheriff chairs',
  'committee.never-met': 'It has not met yet: a meeting must be scheduled',
  'committee.meet-by': 'It must meet again by {by:day}',
  'committee.soon': 'It must meet by {by:day}: schedule the meeting now',
  'committee.late': 'It should have met by {by:day}',
  'committee.quorum-unset':
    'The office has not said how many members make a quorum ({inFavor} of {present} in favor)',
  'committee.no-quorum': '{present} there, below the quorum of {quorum}; {inFavor} in favor',
  'committee.recommended': 'Recommended to the sheriff: {inFavor} of {present} in favor',
  'committee.not-recommended': 'Not recommended: {inFavor} of {present} in favor',
  'committee.project.not-recommended': 'The committee has not recommended the project yet',
  'committee.project.not-approved': 'The sheriff has not approved the project yet',
  'committee.project.approved-first':
    'Approved {approvedOn:day}, before it was recommended ({recommendedOn:day})',
  'committee.project.supervised-elsewhere':
    'Neither a public agency of this state nor a community organization supervises it',
  'committee.project.public-works':
    'Public works of an agency of this state, recommended by the committee and approved by the sheriff',
  'committee.project.community':
    'Work of a community organization, recommended by the committee and approved by the sheriff',

  'leave.standard-unset': 'The jail’s standard for transport requests is not loaded yet',
  'leave.purpose': 'The jail’s standard for transport requests knows this purpose',
  'leave.purpose-not-in-standard': 'Not a purpose of the jail’s standard for transport requests',
  'leave.notice-short': 'Asked less than {notice|day|days} ahead',
  'leave.sheriff-decides': 'The sheriff may allow it',
  'leave.weekend-restitution': 'The sheriff may require community restitution work on weekends',
  'leave.consecutive-hours': 'Within the hours that the court ordered at home ({from} to {to})',
} as const
