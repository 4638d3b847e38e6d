import type { Cases } from './cases.ts'

/** One form of the product: where it stands, what opens it, what its button says. */
export interface ListedForm {
  name: string
  path: (of: Cases) => string
  /** The account that may use it; a sergeant unless said. */
  as?: string
  /** Buttons and summaries that lead to it, the first of each name on the page. */
  opens?: (of: Cases) => readonly (string | RegExp)[]
  action: string
  /** Marks that show more of the form: the words of the question, the words of the answer. */
  shows?: readonly (readonly [string, string])[]
  /** What a field needs that cannot be any text. */
  fit?: Readonly<Record<string, string>>
  /** Fields that take more than people type by accident: as long as a file, or a delivery. */
  roomy?: readonly string[]
  /** What is typed is tried on the last days before it is sent. */
  tries?: true
  /** The form is about the scan itself. */
  isScan?: true
}

const enrolment =
  (of: keyof Cases, page = '') =>
  (cases: Cases) =>
    `/enrolments/${cases[of]}${page}`
const opens = (...names: (string | RegExp)[]) => ({ opens: () => names })
const roster = (of: keyof Cases) => (cases: Cases) => `/rosters/${cases[of]}`
const site = (cases: Cases) => `/sites/${cases.site}`
const details = (cases: Cases) => `/people/${cases.person}/details`
const commitment = (cases: Cases) => `/commitments/${cases.commitment}`
const fees = (of: keyof Cases) => enrolment(of, '/fees')

const alarm = (of: keyof Cases) => (cases: Cases) => `/alarms?alarm=${cases[of]}`
const inCenter = 'sac-supervisor'

const unit = (of: keyof Cases) => (cases: Cases) => `/equipment/${cases[of]}`
const home = (of: keyof Cases, page = '') => enrolment(of, `/home${page}`)

const degrees = { latitude: '37.9864', longitude: '-122.1' }
const placed = { lat: '38.5816', lon: '-121.4944' }

/** Every form that has something to type; those that only ask "sure?" have nothing to lose. */
export const forms: readonly ListedForm[] = [
  { name: 'own-password', path: () => '/account', action: 'Change password' },
  { name: 'confirm-second-factor', path: () => '/account', ...opens('Set up second factor'), action: 'Confirm' },
  { name: 'open-account', as: 'admin', path: () => '/accounts', ...opens('Open account'), action: 'Open account' },
  { name: 'change-account', as: 'admin', path: () => '/accounts', ...opens('Change clerk'), action: 'Change account' },
  { name: 'reset-password', as: 'admin', path: () => '/accounts', ...opens('New password for clerk'), action: 'Set password' },
  { name: 'release-account', path: () => '/accounts', opens: ({ locked }) => [`Release account ${locked}`], action: 'Release account' },
  { name: 'make-delegation', as: 'sac-sheriff', path: () => '/delegations', ...opens('Delegate decisions'), action: 'Delegate' },
  { name: 'end-delegation', as: 'sac-sheriff', path: () => '/delegations', ...opens(/^End delegation to/), action: 'End delegation' },

  { name: 'open-person', path: () => '/people/new', action: 'Open person' },
  { name: 'change-person', path: details, action: 'Save details', shows: [['How has the address changed?', 'It was written down wrong']], fit: degrees },
  { name: 'add-identifier', path: details, ...opens('Add a number'), action: 'Seal number' },
  { name: 'open-identifier', path: details, ...opens(/^See it whole/), action: 'Show number' },
  { name: 'end-identifier', path: details, ...opens(/^Take off/), action: 'Take number off' },
  { name: 'add-photo', path: details, ...opens(/ photo$/), action: 'Save photo' },
  { name: 'add-paper', path: details, ...opens('Add a paper'), action: 'Keep paper', isScan: true },

  { name: 'receive-commitment', path: () => '/commitments/new', ...opens('Open a new person'), action: 'Receive commitment' },
  { name: 'change-commitment', path: commitment, action: 'Save commitment' },
  { name: 'ask-court', path: commitment, ...opens('Ask the court'), action: 'Make the letter' },
  { name: 'return-commitment', path: commitment, ...opens('Return to the court'), action: 'Return commitment' },
  { name: 'record-original', path: commitment, ...opens('Original arrived'), action: 'Record original' },

  { name: 'move-commitment', path: commitment, ...opens('Move to another person', 'Open a new person'), action: 'Move commitment' },
  { name: 'choose-reading', path: enrolment('twoReadings', '/worksheet'), action: 'Choose reading' },
  { name: 'enter-parameter', as: 'manager', path: () => '/parameters', ...opens(/^Enter value/), action: 'Enter value' },
  { name: 'withdraw-parameter', as: 'manager', path: () => '/parameters', ...opens(/^Withdraw value/), action: 'Withdraw value' },
  { name: 'complete-enrolment', path: enrolment('served'), ...opens('Complete enrolment'), action: 'Complete enrolment' },
  { name: 'withdraw-enrolment', path: enrolment('paid'), ...opens('Record withdrawal'), action: 'Record withdrawal' },
  { name: 'return-to-court', path: enrolment('paid'), ...opens('Return to court'), action: 'Return to court' },
  { name: 'lose-good-time', as: 'sac-sergeant', path: enrolment('homeReturned'), ...opens('Good time lost'), action: 'Record good time lost' },
  { name: 'put-good-time-right', as: 'sac-sergeant', path: enrolment('homeReturned'), ...opens(/^Put right/), action: 'Put right' },
  { name: 'reopen-enrolment', path: enrolment('ended'), ...opens('Reopen enrolment'), action: 'Reopen enrolment' },

  { name: 'set-appointment-hours', as: 'manager', path: () => '/appointments/hours', action: 'Set hours', fit: { slotMinutes: '30', 'hours.0.closes': '4:00 p.m.' } },
  { name: 'close-day', as: 'manager', path: () => '/appointments/hours', action: 'Close day' },
  { name: 'book-appointment', path: enrolment('opened', '/appointment'), action: 'Book appointment' },
  { name: 'move-appointment', path: enrolment('appointed', '/appointment'), ...opens('Move appointment'), action: 'Move appointment' },
  { name: 'cancel-appointment', path: enrolment('appointed', '/appointment'), ...opens('Cancel appointment'), action: 'Cancel appointment' },
  { name: 'call-out-of-turn', path: () => '/appointments', ...opens(/out of turn/), action: 'Call in' },
  { name: 'application', path: enrolment('appointed', '/application'), action: 'Keep application' },
  { name: 'sign-application', path: enrolment('appointed', '/application'), action: 'Take application' },
  { name: 'screening-', path: enrolment('applied', '/screening'), action: 'Keep answers' },
  { name: 'decide-', path: enrolment('applied', '/screening'), action: 'Record decision' },
  { name: 'booking-record', path: enrolment('accepted', '/booking'), action: 'Save booking record' },
  { name: 'complete-booking', path: enrolment('accepted', '/booking'), action: 'Complete booking' },
  { name: 'take-back', path: enrolment('accepted', '/booking'), ...opens(/^Take back/), action: 'Take back' },

  { name: 'record-payment', path: fees('owing'), action: 'Record payment', shows: [['Form of payment', 'Money order']] },
  { name: 'agree-date', path: fees('owing'), ...opens('Agree on a date'), action: 'Agree on date' },
  { name: 'ask-waiver', path: fees('owing'), ...opens('Ask for a waiver'), action: 'Ask for waiver' },
  { name: 'put-off-interview', path: fees('owing'), ...opens('Put off the interview'), action: 'Put off interview' },
  { name: 'correct-fee', path: fees('owing'), ...opens(/^Correct line/), action: 'Take off fee' },
  { name: 'void-receipt', path: fees('paid'), ...opens(/^Void receipt/), action: 'Void receipt' },
  { name: 'record-refund', path: fees('paid'), action: 'Record refund' },
  { name: 'decide-waiver', path: ({ waiver }) => `/waivers/${waiver}`, action: 'Decide waiver' },
  { name: 'withdraw-waiver', path: ({ waiver }) => `/waivers/${waiver}`, ...opens(/Take back/), action: 'Take back request' },

  { name: 'open-site', path: () => '/sites/new', action: 'Add site', fit: degrees },
  { name: 'change-site', path: site, ...opens('Change site'), action: 'Save site', fit: degrees },
  { name: 'set-places', path: site, ...opens('Set places'), action: 'Set places' },
  { name: 'except-day', path: site, ...opens('Add day'), action: 'Save day', shows: [['On this day the site is', 'open for another number of people']] },
  { name: 'link-supervisor', path: site, ...opens('Add account'), action: 'Add account' },
  { name: 'add-holiday', path: () => '/sites', ...opens('Add holiday'), action: 'Add holiday' },
  { name: 'note-circumstances', path: enrolment('paid', '/schedule'), ...opens('Change answers'), action: 'Save answers' },
  { name: 'allow-early-start', path: enrolment('paid', '/schedule'), ...opens('Allow an earlier first day'), action: 'Allow once' },
  { name: 'make-contract', path: enrolment('paid', '/schedule'), action: 'Make contract' },
  { name: 'roster-sent', path: roster('rosterToSend'), ...opens('Record as sent'), action: 'Record as sent' },
  { name: 'returned-roster', path: (cases) => `${roster('rosterToReturn')(cases)}?enter=sheet`, action: 'Enter returned sheet' },
  { name: 'mark-day', path: roster('rosterToReturn'), ...opens(/to mark/), action: 'Mark day', shows: [['How the day went', 'Absent, excused']] },
  { name: 'decide-credit', path: roster('rosterToDecide'), ...opens(/^Decide credit of/), action: 'Decide credit' },

  { name: 'begin-drill', as: inCenter, path: () => '/alarms', ...opens('Begin drill'), action: 'Begin drill' },
  { name: 'alarm-note', as: inCenter, path: alarm('drill'), ...opens(/^Write a note/), action: 'Save note' },
  { name: 'alarm-reply', as: inCenter, path: alarm('drill'), ...opens(/^Record a reply/), action: 'Save reply' },
  { name: 'close-alarm', as: inCenter, path: alarm('drill'), ...opens(/^Close alarm/), action: 'Close alarm' },
  { name: 'reopen-alarm', as: inCenter, path: alarm('drillClosed'), ...opens(/^Open again/), action: 'Open alarm again' },
  { name: 'take-alarm-over', as: inCenter, path: alarm('drillAsked'), ...opens('Take it over'), action: 'Take alarm over' },
  { name: 'decide-dispatch', as: inCenter, path: alarm('drillAsked'), ...opens('Refuse sending'), action: 'Refuse sending' },
  { name: 'ask-dispatch', as: inCenter, path: alarm('drillStrap'), ...opens('Send an officer', 'Ask a supervisor first'), action: 'Ask supervisor' },
  { name: 'step-call', as: inCenter, path: alarm('drill'), ...opens('Call the participant'), action: 'Save call' },
  { name: 'step-message', as: inCenter, path: alarm('drill'), ...opens('Write an e-mail'), action: 'Ask for message' },
  { name: 'step-signal', as: inCenter, path: alarm('drillAway'), ...opens('Signal the unit'), action: 'Signal unit' },
  { name: 'step-note', as: inCenter, path: alarm('drillAway'), ...opens('Write it down'), action: 'Save step' },
  { name: 'step-dispatch', as: inCenter, path: alarm('drillStrap'), ...opens('Send an officer'), action: 'Record officer sent' },
  { name: 'send-officer', as: inCenter, path: alarm('drillAway'), ...opens(/^Send an officer/), action: 'Record officer sent' },
  { name: 'step-skip', as: inCenter, path: alarm('drillStrap'), ...opens('Send an officer', 'Leave this step out'), action: 'Leave step out' },
  { name: 'dead-spot', as: inCenter, path: () => '/dead-spots', ...opens('Add dead spot'), action: 'Save note', fit: { lat: '38.58', lon: '-121.49', radiusM: '100' } },

  { name: 'plan-shift', as: inCenter, path: () => '/shifts', ...opens('Plan shifts'), action: 'Plan shifts' },
  { name: 'cancel-shift', as: inCenter, path: () => '/shifts', opens: ({ reached }) => [new RegExp(`${reached}$`)], action: 'Cancel shift' },
  { name: 'take-over', as: 'sac-operator', path: () => '/shifts', ...opens('Take over as operator'), action: 'Take over' },
  { name: 'hand-over', as: inCenter, path: () => '/shifts', ...opens('Hand over'), action: 'Keep note' },
  { name: 'put-on-call', as: inCenter, path: () => '/on-call', ...opens('Put on call'), action: 'Put on call' },
  { name: 'move-on-call', as: inCenter, path: () => '/on-call', opens: ({ reached }) => [new RegExp(`^Move ${reached}`)], action: 'Move' },
  { name: 'add-staff', as: inCenter, path: () => '/on-call', ...opens('Add somebody'), action: 'Add somebody' },
  { name: 'change-staff', as: inCenter, path: () => '/on-call', opens: ({ reached }) => [`Change ${reached}`], action: 'Change' },
  { name: 'log-help', as: inCenter, path: () => '/help-log', ...opens('Log a call'), action: 'Log call' },
  { name: 'answer-help', as: inCenter, path: () => '/help-log', opens: ({ helpNumber }) => [`Answer request ${helpNumber}`], action: 'Answer request' },
  { name: 'enter-protocol', as: 'sac-sergeant', path: () => '/guidelines/protocol%3Astrap', ...opens('Enter a version'), action: 'Enter version' },
  { name: 'enter-numbers', as: 'sac-sergeant', path: () => '/guidelines/staffing', ...opens('Enter a version'), action: 'Enter version', fit: { operatorsAtLeast: '2', warnAheadHours: '24', askNextMinutes: '10', helpMinutes: '15' } },
  { name: 'withdraw-guideline', as: 'sac-sergeant', path: () => '/guidelines/staffing', ...opens(/^Withdraw version/), action: 'Withdraw version' },
  { name: 'set-mail-server', as: 'admin', path: () => '/channels', ...opens('Set mail server'), action: 'Set mail server' },
  { name: 'set-hook', as: 'admin', path: () => '/channels', ...opens('Set hook for text messages'), action: 'Set hook' },
  { name: 'try-channel', as: 'admin', path: () => '/channels', ...opens('Try it: e-mail'), action: 'Send trial message' },

  { name: 'draw-zone', path: enrolment('homeOpened', '/zones/new'), action: 'Put zone in force', tries: true, shows: [['The person', 'must stay out'], ['Shape', 'A circle']], fit: { lat: '38.58', lon: '-121.49', radius: '100' } },
  { name: 'grant-zone-exception', path: enrolment('homeOpened', '/zones'), ...opens('Grant an exception'), action: 'Grant exception' },
  { name: 'set-schedule', path: enrolment('homeOpened', '/hours'), action: 'Save hours', tries: true },
  { name: 'add-dated-hours', path: enrolment('homeOpened', '/hours'), ...opens('Add a day'), action: 'Save day', tries: true },
  { name: 'ask-leave', path: enrolment('homeOpened', '/leave'), action: 'Ask for leave' },
  { name: 'decide-leave', path: ({ leave }) => `/leave/${leave}`, action: 'Record decision', shows: [['Decision', 'Grant']] },
  { name: 'end-leave', path: ({ leave }) => `/leave/${leave}`, ...opens('Take back'), action: 'Take back leave' },
  { name: 'draw-zone-set', path: () => '/zone-sets/new', action: 'Keep set', fit: { 'zones.0.lat': '38.58', 'zones.0.lon': '-121.49', 'zones.0.radius': '100', 'zones.0.geojson': '' }, roomy: ['zones.0.geojson'] },
  { name: 'apply-zone-set', path: ({ zoneSet }) => `/zone-sets/${zoneSet}`, ...opens('Apply the set'), action: 'Apply set', shows: [['To', 'everyone who wears a unit']] },

  { name: 'look', path: () => '/map', action: 'Show the map' },

  { name: 'receive-units', path: () => '/equipment/receive', action: 'Receive units', roomy: ['serials'], fit: { serials: 'SN-1' } },
  { name: 'add-model', path: () => '/equipment/models', ...opens('Add model'), action: 'Add model' },
  { name: 'change-model', path: () => '/equipment/models', ...opens(/^Change Example/), action: 'Save model' },
  { name: 'enter-price', path: () => '/equipment/models', ...opens(/^Enter price/), action: 'Enter price' },
  { name: 'let-forwarder-in', path: () => '/equipment/forwarders', ...opens('Let a forwarder in'), action: 'Let in' },
  { name: 'put-on-unit', path: unit('unitInStock'), ...opens('Fit unit'), action: 'Fit unit', shows: [['When', 'Earlier']] },
  { name: 'take-off-unit', path: unit('unitWorn'), ...opens('Take off'), action: 'Take off unit', shows: [['When', 'Earlier']] },
  { name: 'record-unit-step', path: unit('unitInStock'), ...opens(/^Record fault/), action: 'Record', shows: [['What happened', 'A fault'], ['When', 'Earlier']] },
  { name: 'change-unit', path: unit('unitInStock'), ...opens('Change details'), action: 'Save unit' },
  { name: 'make-way-in', path: unit('unitInStock'), ...opens('Make a way in'), action: 'Make way in' },
  { name: 'end-way-in', path: unit('unitWorn'), ...opens(/^End the way in/), action: 'End way in' },

  { name: 'name-deputy', path: home('homeOpened'), ...opens('Name a deputy'), action: 'Name deputy' },
  { name: 'set-condition', path: home('homeOpened'), ...opens('Set a condition'), action: 'Set condition' },
  { name: 'say-why', path: home('homeOpened'), ...opens(/^End: No contact/), action: 'End condition' },
  { name: 'set-absence-kinds', path: home('homeOpened'), ...opens('Set the kinds'), action: 'Set kinds' },
  { name: 'approve-place', path: home('homeOpened'), ...opens('Approve a place'), action: 'Approve place', fit: placed },
  { name: 'correct-place', path: home('homeOpened'), ...opens('Correct Home'), action: 'Save place', fit: placed },
  { name: 'make-program-contract', path: home('homeOpened'), ...opens('Make the next version'), action: 'Make contract' },
  { name: 'sign-program-contract', path: home('homeOpened'), ...opens('Record as signed'), action: 'Record as signed' },
  { name: 'give-slot', path: home('homeOpened'), ...opens('Give a place'), action: 'Give place' },
  { name: 'ask-slot', path: home('homeOpened'), ...opens('Put on the waiting list'), action: 'Put on the list' },
  { name: 'fit-from-stock', as: 'sac-deputy', path: home('homePlaced'), ...opens('Fit a unit'), action: 'Fit unit', shows: [['When', 'Earlier']] },
  { name: 'save-evaluation', path: home('homeOpened', '/evaluation'), action: 'Save visit' },
  { name: 'decide-evaluation', path: home('homeOpened', '/evaluation'), action: 'Decide on home' },
  { name: 'add-adult', path: home('homeOpened', '/evaluation'), ...opens('Add an adult'), action: 'Add adult' },
  { name: 'record-consent', path: home('homeOpened', '/evaluation'), ...opens(/^Record signatures of/), action: 'Record signatures' },
  { name: 'withdraw-consent', path: home('homeOpened', '/evaluation'), ...opens(/^Consent withdrawn/), action: 'Record withdrawal of consent' },
  { name: 'adult-left', path: home('homeOpened', '/evaluation'), ...opens(/^Moved out/), action: 'Record as moved out' },
] // biome-ignore format: one form, one line
