import { type Kind, kinds, type Severity } from '@inlieu/watch'
import type { Protocol, ProtocolStep } from './protocol.ts'

// What stands until an agency has approved its own (EMP-7.3). All of it is our own reading; every page says so.
// The times to notify of the two highest stay at or under the four minutes of NIJ 1004.00, 5.3.5, and thrice that.

const minutesOf: Readonly<Record<Severity, Protocol['minutes']>> = {
  critical: { acknowledge: 2, notify: 4, resolve: 60 },
  high: { acknowledge: 5, notify: 12, resolve: 120 },
  medium: { acknowledge: 15, notify: 30, resolve: 480 },
  low: { acknowledge: 60, notify: 240, resolve: 1440 },
  note: { acknowledge: 1440, notify: 1440, resolve: 1440 },
}

const step = (
  code: string,
  channel: ProtocolStep['channel'],
  minutes: number,
  text: string,
): ProtocolStep => ({
  code,
  channel,
  minutes,
  text,
})

const signal = (minutes: number) =>
  step('signal', 'device', minutes, 'Signal the unit, so that its wearer calls the center.')
const call = (minutes: number, what: string) => step('call-participant', 'call-participant', minutes, what)
const onCall = (minutes: number) =>
  step('call-on-call', 'call-on-call', minutes, 'Call the on-call officer and say what is known.')
const mail = (minutes: number) =>
  step(
    'email-officer',
    'email',
    minutes,
    'Write to the supervising officer: what, where, since when, what was done.',
  )
const dispatch = (minutes: number, what: string) => step('dispatch', 'dispatch', minutes, what)
const write = (minutes: number, what: string) => step('write', 'note', minutes, what)

/** Somebody is where they must not be, or not where they must be. */
const whereabouts = [
  call(3, 'Call the participant: ask where they are and why, and say where they must be.'),
  signal(4),
  onCall(10),
  write(30, 'Write the explanation and what was checked; attach proof of an absence that was allowed.'),
]

/** Nobody may come near a place that an order protects before somebody is told. */
const protectedPlace = [
  onCall(3),
  call(4, 'Call the participant: say to leave the place at once.'),
  dispatch(10, 'Send an officer to the place, and have those warned whom the order protects.'),
]

/** The unit was opened or taken off: only a person who has seen it can say (monitoring rule 1). */
const opened = [
  call(3, 'Call the participant: ask what happened to the unit, and where they are.'),
  onCall(4),
  dispatch(30, 'Send an officer to inspect strap and case; close only when somebody has seen them.'),
]

const unreachable = [
  signal(10),
  call(15, 'Call the participant: have the unit charged, taken outdoors or switched on.'),
  onCall(30),
]

const power = [
  signal(30),
  call(60, 'Call the participant: have the unit charged now, and stay on the telephone until it charges.'),
]

const test = [
  call(15, 'Call the participant: ask for the reason, and say when the test is taken again.'),
  mail(60),
]

const byKind: Readonly<Partial<Record<Kind, readonly ProtocolStep[]>>> = {
  'zone-entered': protectedPlace,
  'zone-crossed': protectedPlace.slice(0, 2),
  'zone-left': whereabouts,
  'absent-at-start': whereabouts,
  'rf-out': whereabouts,
  strap: opened,
  case: opened,
  'alcohol-tamper': opened,
  sos: [
    call(
      2,
      'Call the participant: ask what help they need; in danger, call 911 for the place where they are.',
    ),
    onCall(4),
    dispatch(15, 'If nobody answers, send an officer to the last known place.'),
  ],
  fall: [call(10, 'Call the participant: ask whether they are hurt; if so, call 911.'), onCall(30)],
  'no-contact': unreachable,
  'no-position': unreachable,
  'battery-dead': unreachable,
  'shut-down': unreachable.map((each, place) => ({ ...each, minutes: [4, 6, 12][place]! })),
  jamming: unreachable.map((each, place) => ({ ...each, minutes: [4, 6, 12][place]! })),
  shielding: unreachable.map((each, place) => ({ ...each, minutes: [4, 6, 12][place]! })),
  'antenna-cut': [
    call(6, 'Call the participant: ask what happened to the unit, and where they are.'),
    onCall(12),
    dispatch(60, 'Have the unit inspected and exchanged.'),
  ],
  'battery-low': power,
  'battery-critical': power.map((each, place) => ({ ...each, minutes: [10, 15][place]! })),
  'base-moved': [
    call(15, 'Call the participant: ask who moved the home unit, and have it put back.'),
    write(60, 'Write where the home unit stands now; a visit settles whether it stands right.'),
  ],
  'power-lost': power,
  'breath-positive': [
    call(5, 'Call the participant: say that the test is repeated, and when.'),
    onCall(12),
    write(60, 'Look at the photograph, and write whether it shows the participant.'),
  ],
  'alcohol-event': [
    call(12, 'Call the participant: ask what they drank or used, and when.'),
    mail(60),
    write(120, 'Write whether the curve rose and fell, or has another cause.'),
  ],
  'carrier-outage': [
    write(15, 'Ask the carrier whether its network is down, and since when; write the answer.'),
    onCall(30),
  ],
}

/** The protocol of a kind as it stands without the agency's own: what every page calls the stated default. */
export function defaultProtocol(kind: Kind): Protocol {
  const { severity } = kinds[kind]
  const steps = severity === 'note' ? [] : (byKind[kind] ?? test)
  return {
    severity,
    minutes: { ...minutesOf[severity] },
    steps: steps.map((each) => ({ ...each })),
    escalate: severity === 'note' ? [] : ['on-call', 'supervisor'],
  }
}
