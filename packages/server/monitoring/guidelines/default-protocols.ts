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

/** What is done, in English and in Spanish. */
type Said = readonly [en: string, es: string]

const step = (
  code: string,
  channel: ProtocolStep['channel'],
  minutes: number,
  [text, textEs]: Said,
): ProtocolStep => ({ code, channel, minutes, text, textEs })

const signal = (minutes: number) =>
  step('signal', 'device', minutes, [
    'Signal the unit, so that its wearer calls the center.',
    'Envíe una señal a la unidad, para que quien la lleva llame al centro.',
  ])
const call = (minutes: number, ...what: Said) => step('call-participant', 'call-participant', minutes, what)
const onCall = (minutes: number) =>
  step('call-on-call', 'call-on-call', minutes, [
    'Call the on-call officer and say what is known.',
    'Llame al oficial de guardia y diga lo que se sabe.',
  ])
const mail = (minutes: number) =>
  step('email-officer', 'email', minutes, [
    'Write to the supervising officer: what, where, since when, what was done.',
    'Escriba al oficial supervisor: qué, dónde, desde cuándo, qué se hizo.',
  ])
const dispatch = (minutes: number, ...what: Said) => step('dispatch', 'dispatch', minutes, what)
const write = (minutes: number, ...what: Said) => step('write', 'note', minutes, what)

/** Somebody is where they must not be, or not where they must be. */
const whereabouts = [
  call(
    3,
    'Call the participant: ask where they are and why, and say where they must be.',
    'Llame al participante: pregunte dónde está y por qué, y diga dónde debe estar.',
  ),
  signal(4),
  onCall(10),
  write(
    30,
    'Write the explanation and what was checked; attach proof of an absence that was allowed.',
    'Anote la explicación y lo que se comprobó; adjunte la prueba de una ausencia permitida.',
  ),
]

/** Nobody may come near a place that an order protects before somebody is told. */
const protectedPlace = [
  onCall(3),
  call(
    4,
    'Call the participant: say to leave the place at once.',
    'Llame al participante: diga que deje el lugar de inmediato.',
  ),
  dispatch(
    10,
    'Send an officer to the place, and have those warned whom the order protects.',
    'Envíe a un oficial al lugar y haga avisar a quienes protege la orden.',
  ),
]

/** What one asks first when the unit itself was touched. */
const touched: Said = [
  'Call the participant: ask what happened to the unit, and where they are.',
  'Llame al participante: pregunte qué le pasó a la unidad y dónde está.',
]

/** The unit was opened or taken off: only a person who has seen it can say (monitoring rule 1). */
const opened = [
  call(3, ...touched),
  onCall(4),
  dispatch(
    30,
    'Send an officer to inspect strap and case; close only when somebody has seen them.',
    'Envíe a un oficial a revisar la correa y la caja; cierre solo cuando alguien las haya visto.',
  ),
]

const unreachable = [
  signal(10),
  call(
    15,
    'Call the participant: have the unit charged, taken outdoors or switched on.',
    'Llame al participante: que cargue la unidad, salga al aire libre o la encienda.',
  ),
  onCall(30),
]

/** The same, sooner: somebody may be hiding where they are. */
const hidden = unreachable.map((each, place) => ({ ...each, minutes: [4, 6, 12][place]! }))

const power = [
  signal(30),
  call(
    60,
    'Call the participant: have the unit charged now, and stay on the telephone until it charges.',
    'Llame al participante: que cargue la unidad ahora, y siga al teléfono hasta que esté cargando.',
  ),
]

const test = [
  call(
    15,
    'Call the participant: ask for the reason, and say when the test is taken again.',
    'Llame al participante: pregunte el motivo y diga cuándo se repite la prueba.',
  ),
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
      'Llame al participante: pregunte qué ayuda necesita; si hay peligro, llame al 911 para el lugar donde está.',
    ),
    onCall(4),
    dispatch(
      15,
      'If nobody answers, send an officer to the last known place.',
      'Si nadie contesta, envíe a un oficial al último lugar conocido.',
    ),
  ],
  fall: [
    call(
      10,
      'Call the participant: ask whether they are hurt; if so, call 911.',
      'Llame al participante: pregunte si se ha hecho daño; si es así, llame al 911.',
    ),
    onCall(30),
  ],
  'no-contact': unreachable,
  'no-position': unreachable,
  'battery-dead': unreachable,
  'shut-down': hidden,
  jamming: hidden,
  shielding: hidden,
  'antenna-cut': [
    call(6, ...touched),
    onCall(12),
    dispatch(60, 'Have the unit inspected and exchanged.', 'Haga revisar y cambiar la unidad.'),
  ],
  'battery-low': power,
  'battery-critical': power.map((each, place) => ({ ...each, minutes: [10, 15][place]! })),
  'base-moved': [
    call(
      15,
      'Call the participant: ask who moved the home unit, and have it put back.',
      'Llame al participante: pregunte quién movió la unidad de casa y haga que la devuelvan a su sitio.',
    ),
    write(
      60,
      'Write where the home unit stands now; a visit settles whether it stands right.',
      'Anote dónde está ahora la unidad de casa; una visita aclara si está donde debe.',
    ),
  ],
  'power-lost': [
    call(
      60,
      'Call the participant: have the home unit plugged in again, and ask what happened.',
      'Llame al participante: que vuelva a enchufar la unidad de casa, y pregunte qué pasó.',
    ),
  ],
  'breath-positive': [
    call(
      5,
      'Call the participant: say that the test is repeated, and when.',
      'Llame al participante: diga que la prueba se repite, y cuándo.',
    ),
    onCall(12),
    write(
      60,
      'Look at the photograph, and write whether it shows the participant.',
      'Mire la fotografía y anote si muestra al participante.',
    ),
  ],
  'alcohol-event': [
    call(
      12,
      'Call the participant: ask what they drank or used, and when.',
      'Llame al participante: pregunte qué bebió o usó, y cuándo.',
    ),
    mail(60),
    write(
      120,
      'Write whether the curve rose and fell, or has another cause.',
      'Anote si la curva subió y bajó, o si tiene otra causa.',
    ),
  ],
  'carrier-outage': [
    write(
      15,
      'Ask the carrier whether its network is down, and since when; write the answer.',
      'Pregunte a la compañía si su red está caída, y desde cuándo; anote la respuesta.',
    ),
    onCall(30),
  ],
}

/**
 * What is done about a unit that nobody wears, whatever it says: there is no participant to call and nowhere to send an
 * officer. The steps share out the time to resolve.
 * @param inForce what holds for the kind: how grave it is, its times, and who is asked when they run out
 */
export function unitProtocol({ severity, minutes, escalate }: Protocol): Protocol {
  const by = (quarters: number) => Math.max(1, Math.round((minutes.resolve * quarters) / 4))
  const unitStep = (code: string, quarters: number, ...what: Said) => step(code, 'note', by(quarters), what)
  return {
    severity,
    minutes: { ...minutes },
    steps: [
      unitStep(
        'find',
        1,
        'Find the unit: where it is kept, or with whom it was last. Nobody may be wearing it.',
        'Busque la unidad: donde se guarda, o con quien estuvo por última vez. Nadie debe llevarla puesta.',
      ),
      step('signal', 'device', by(1), [
        'Signal the unit: its light and its sound help to find it.',
        'Envíe una señal a la unidad: su luz y su sonido ayudan a encontrarla.',
      ]),
      unitStep(
        'inspect',
        2,
        'Inspect strap, case and battery, and write what was found.',
        'Revise la correa, la caja y la batería, y anote lo que encontró.',
      ),
      unitStep(
        'set-state',
        3,
        'Set the unit to repair, to stock or to lost under Equipment, and write which.',
        'Ponga la unidad en reparación, en existencias o como perdida en Equipo, y anote cuál.',
      ),
      unitStep(
        'write',
        4,
        'Write what the unit will be used for next, and who has it now.',
        'Anote para qué se usará la unidad después, y quién la tiene ahora.',
      ),
    ],
    escalate: [...escalate],
  }
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
