import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { paths } from '../../../api/schema.gen.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** The queue with the pulse of the room. */
export type QueueAnswer = Answer<'/api/monitoring/alarms'>
/** An alarm as a list shows it. */
export type ShownAlarm = QueueAnswer['alarms'][number]
/** Everything that is needed to work one, but for where somebody is. */
export type AlarmPage = Answer<'/api/monitoring/alarms/{id}'>
export type StepShown = AlarmPage['steps'][number]
/** What became of something that a unit was asked for. */
export type Command = NonNullable<StepShown['command']>
export type RecordEntry = AlarmPage['record'][number]
/** Where somebody was and is: given only with the record of the look. */
export type Evidence =
  paths['/api/monitoring/alarms/{id}/evidence']['post']['responses']['200']['content']['application/json']
/** One alarm as it is given out. */
export type AlarmFileAnswer =
  paths['/api/monitoring/alarms/{id}/file']['post']['responses']['200']['content']['application/json']
export type DeadSpot = Answer<'/api/monitoring/dead-spots'>['spots'][number]
export type ClosingCode = NonNullable<ShownAlarm['closedCode']>
export type Deed =
  paths['/api/monitoring/alarms/{id}/steps']['post']['requestBody']['content']['application/json']['deed']
export type Outcome = NonNullable<StepShown['outcome']>
export type Signal = Extract<Deed, { as: 'signal' }>['signal']

/** A kind that can be drilled. */
export type DrillKind =
  paths['/api/monitoring/drills']['post']['requestBody']['content']['application/json']['kind']

/** Whether a step is still owed: not done, or asked of a unit that was not told yet. */
export const isOwed = ({ state }: StepShown): boolean => state !== 'done' && state !== 'left-out'

/** Keys of what is asked of the office. */
export const keys = {
  queue: ['monitoring', 'alarms'] as const,
  alarm: (id: string) => ['monitoring', 'alarm', id] as const,
  evidence: (id: string) => ['monitoring', 'evidence', id] as const,
}

export const severityWords: Record<ShownAlarm['severity'], MessageDescriptor> = {
  critical: msg`Critical`,
  high: msg`High`,
  medium: msg`Medium`,
  low: msg`Low`,
}

export const dutyWords: Record<NonNullable<ShownAlarm['nextDuty']>, MessageDescriptor> = {
  acknowledge: msg`acknowledge`,
  notify: msg`notify the agency`,
  resolve: msg`resolve`,
}

/** Why an alarm was closed, as the page that asks puts it. */
export const closingWords: Record<ClosingCode, MessageDescriptor> = {
  allowed: msg`Allowed: leave, changed hours or an exception`,
  returned: msg`Returned or in contact again`,
  violation: msg`Violation: handed to the supervising officer`,
  custody: msg`In custody`,
  helped: msg`Helped, or safe`,
  inspected: msg`Inspected: strap and case are sound`,
  'unit-fault': msg`The unit failed or was replaced`,
  charged: msg`Charged again`,
  'dead-spot': msg`A place where units lose their signal`,
  network: msg`The telephone network was down`,
  false: msg`False: nothing had happened`,
  withdrawn: msg`Withdrawn by later evidence`,
  'same-as-other': msg`Another alarm is about the same`,
  'drill-over': msg`The drill is over`,
  other: msg`Something else`,
}

/** What became of a step. A message is never called sent here: its own state says that. */
export const outcomeWords: Record<Outcome, MessageDescriptor> = {
  queued: msg`waits for the unit’s next message`,
  reached: msg`reached`,
  'no-answer': msg`no answer`,
  'wrong-number': msg`wrong number`,
  asked: msg`message asked for`,
  'no-channel': msg`no channel: call`,
  refused: msg`the message reached nobody: call`,
  'sent-out': msg`somebody is on the way`,
  written: msg`written down`,
  'left-out': msg`left out`,
  drill: msg`done as a drill: nobody outside was reached`,
}

/** What is known of a message. */
export const messageWords: Record<string, MessageDescriptor> = {
  asked: msg`message waits to be sent`,
  'no-channel': msg`no channel: call`,
  sent: msg`message sent`,
  delivered: msg`message delivered`,
  refused: msg`message refused: call`,
}

/** The verb on the button of a step. */
export const channelVerbs: Record<StepShown['channel'], MessageDescriptor> = {
  device: msg`Signal the unit`,
  'call-participant': msg`Call the participant`,
  'call-on-call': msg`Call the officer on call`,
  email: msg`Write an e-mail`,
  text: msg`Write a text message`,
  dispatch: msg`Send an officer`,
  note: msg`Write it down`,
}

export const signalWords: Record<Signal, MessageDescriptor> = {
  vibrate: msg`Vibrate`,
  light: msg`Light`,
  tone: msg`Tone`,
  locate: msg`Locate now`,
}

/** What each entry of the record says was done. */
export const entryWords: Record<string, MessageDescriptor> = {
  opened: msg`Opened`,
  folded: msg`Of the same cause`,
  raised: msg`Graver now`,
  lowered: msg`Less grave now`,
  withdrawn: msg`Withdrawn by later evidence`,
  supported: msg`Supported again by later evidence`,
  ended: msg`Over, by the watch`,
  joined: msg`Found to have begun earlier`,
  missed: msg`Time ran out`,
  escalated: msg`Next on the list`,
  acknowledged: msg`Acknowledged`,
  step: msg`Step`,
  unreached: msg`A message reached nobody`,
  note: msg`Note`,
  reply: msg`The participant said`,
  'dispatch-asked': msg`Supervisor asked about sending somebody again`,
  'dispatch-approved': msg`Supervisor approved sending somebody again`,
  'dispatch-refused': msg`Supervisor refused sending somebody again`,
  closed: msg`Closed`,
  reopened: msg`Opened again`,
}
