export { type AlarmBooks, alarmBooks, balances } from './alarms/balance.ts'
export { endOnPutOn, endOnTakenOff } from './alarms/commands.ts'
export type { AlarmNews } from './alarms/news.ts'
export { openAlarms } from './alarms/open-alarms.ts'
export { openUnitAlarm, type UnitAlarm } from './alarms/open-unit-alarm.ts'
export { passDuties } from './alarms/pass-duties.ts'
export { defaultProtocol } from './guidelines/default-protocols.ts'
export { type ProtocolInForce, protocolFor } from './guidelines/in-force.ts'
export { type NumbersFrom, parametersFrom, staffingAt } from './guidelines/numbers-in-force.ts'
export type { Protocol, ProtocolStep, StepChannel } from './guidelines/protocol.ts'
export { asksWhy, type Purpose, purposes, type Scope, type Sitting, sittingBody } from './looks/purposes.ts'
export { type Look, type LookWork, recordLook } from './looks/record-look.ts'
export { askMessage, type MessageAsked, type MessageTaken } from './messages/ask-message.ts'
export { messageTask } from './messages/send-message.ts'
export { type OpenWatch, openWatch } from './open-watch.ts'
export { type Checked, checkWatch } from './path/check.ts'
export { storedInputs } from './path/stored-inputs.ts'
export { type PlainClient, plainClient } from './plain-client.ts'
export { monitoringRoutes } from './routes.ts'
export { type OnDuty, onDuty, type Reachable } from './shifts/on-duty.ts'
export { lookAtStaffing, staffingEvery } from './shifts/staffing-rounds.ts'
export { DeadMan, lookAtWatchEvery } from './silence/dead-man.ts'
export { libraryOf, templateSetOf } from './telling/library.ts'
export { tellAnew } from './telling/tell-anew.ts'
export {
  tellEveryone,
  tellOfPerson,
  tellOfStep,
  tellOfTemplate,
  tellOfUnit,
  tellOfUse,
} from './telling/tell-watch.ts'
export { VirtualClock } from './virtual-clock.ts'
