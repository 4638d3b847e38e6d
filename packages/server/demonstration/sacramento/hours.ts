import { parameters } from '@inlieu/simulator'

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** When and how near people of the second office are at home, as the simulator lets them live. */
export const hoursAtHome = {
  from: clock(parameters.curfewBegins.value),
  to: clock(parameters.curfewEnds.value),
  /** Metres. */
  radius: parameters.homeRadius.value,
}
