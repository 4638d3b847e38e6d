import { battery } from './detectors/battery.ts'
import { binding } from './detectors/binding.ts'
import { breath } from './detectors/breath.ts'
import { crossing } from './detectors/crossing.ts'
import { fitness, type PositionDetector } from './detectors/fitness.ts'
import { homeUnit } from './detectors/home-unit.ts'
import { passing } from './detectors/passing.ts'
import { positionFound, positionLost } from './detectors/position.ts'
import { reports } from './detectors/reports.ts'
import { results } from './detectors/results.ts'
import { silence } from './detectors/silence.ts'
import { tamper } from './detectors/tamper.ts'
import { testsDue } from './detectors/tests.ts'
import { admitContact, admitEvidence } from './detectors/wearer.ts'
import { wornAlcohol } from './detectors/worn-alcohol.ts'
import { type Detector, Machine } from './machine.ts'
import {
  type Contact,
  type Evidence,
  initialLine,
  initialPerson,
  type LineState,
  type PersonState,
} from './state.ts'

// The whole of the watch, in the order in which it looks. A detector is a file and a line here.

/** What fit fixes mean. */
export const positionDetectors: readonly PositionDetector[] = [passing, crossing, positionFound]

/** What messages mean, by the time they were measured (monitoring rule 1). */
export const evidenceDetectors: readonly Detector<PersonState, Evidence>[] = [
  binding,
  tamper,
  reports,
  fitness(positionDetectors),
  positionLost,
  homeUnit,
  testsDue,
  breath,
  wornAlcohol,
  results,
]

/** What the coming in of messages means, by the time they came. */
export const lineDetectors: readonly Detector<LineState, Contact>[] = [battery, silence]

export const evidenceMachine = new Machine(evidenceDetectors, admitEvidence, initialPerson)
export const lineMachine = new Machine(lineDetectors, admitContact, initialLine)
