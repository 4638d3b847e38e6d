import type { MessageDescriptor } from '@lingui/core'
import { msg, plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'

/** What each number says, in the order and words of the watch’s own table. */
export const numberWords: Readonly<Record<string, MessageDescriptor>> = {
  accuracyLimit: msg`A position less accurate than this decides nothing`,
  assumedAccuracy: msg`Accuracy of a position that gives none`,
  clockTolerance: msg`Measured later than this after it came, a position decides nothing`,
  maxSpeed: msg`Faster than this from both neighbors is impossible`,
  leaveFixes: msg`Positions in a row that confirm leaving a zone`,
  leaveSeconds: msg`Or two positions this far apart; 0 for the count alone`,
  enterFixes: msg`Positions in a row that confirm entering an exclusion zone; 1 alarms at the first`,
  enterSeconds: msg`Or two positions in it this far apart; 0 for the count alone`,
  returnFixes: msg`Positions in a row that confirm a return`,
  returnSeconds: msg`Or two positions back this far apart; 0 for the count alone`,
  rowWithin: msg`Positions further apart than this prove no time between them`,
  startWithin: msg`How near to the start of the hours a position must be that judges it`,
  startGrace: msg`How late after the start of the hours a person may come`,
  crossedWithin: msg`Two positions this near in time are joined by a straight line`,
  contactActive: msg`Silence of an active unit until “no contact”`,
  contactPassive: msg`Silence of a passive unit until “no contact”`,
  contactOnDemand: msg`Silence of an on-demand unit until “no contact”`,
  positionActive: msg`Active unit in contact without a usable position until “no position”`,
  positionPassive: msg`Passive unit in contact without a usable position until “no position”`,
  positionOnDemand: msg`On-demand unit in contact without a usable position until “no position”`,
  repeatWithin: msg`The same report again within this is the same one repeated`,
  batteryLow: msg`Battery low at or below this share`,
  batteryCritical: msg`Battery almost empty at or below this share`,
  batteryLowHours: msg`Or low when it will be empty within this`,
  batteryCriticalHours: msg`Or almost empty when it will be empty within this`,
  batteryRecovered: msg`Above the line by this share, low and almost empty end`,
  rfGrace: msg`Out of range of the home unit this long until the alarm`,
  powerGrace: msg`Home unit without power this long until the alarm`,
  breathPositive: msg`A breath test at or above this is positive`,
  breathRetest: msg`After a positive breath test another is due within this`,
  alcoholLevel: msg`Worn readings at or above this can be a drinking event`,
  alcoholReadings: msg`So many readings at least above the level`,
  alcoholFall: msg`And a fall to this share of the peak, or below the level`,
  testGrace: msg`After its window a test is missed when this has passed`,
  horizon: msg`Evidence older than the newest by more than this comes too late`,
  lateAfter: msg`Evidence received this long after it was measured makes an alarm late`,
  foldWithin: msg`The same again this soon after it ended is the same incident`,
  outagePeople: msg`So many silent at once on one network are an outage`,
  outageWithin: msg`At once: their last contacts lie within this`,
  operatorsAtLeast: msg`Operators at their posts at any time, besides the supervisor`,
  warnAheadHours: msg`Supervisors are written to this long before a gap in the plan`,
  askNextMinutes: msg`After this the next on the list is asked to fill a gap`,
  helpMinutes: msg`A request for help by telephone is answered within this`,
}

/** A number with its unit, as people read it: "900 seconds (15 min)". */
export function useNumberValue(): (value: number, unit: string) => string {
  const { t, i18n } = useLingui()
  return (value, unit) => {
    const said = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 4 }).format(value)
    const seconds = () => {
      const whole = plural(value, { one: '# second', other: '# seconds' })
      if (value < 60) return whole
      const minutes = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 1 }).format(value / 60)
      return t`${whole} (${minutes} min)`
    }
    const units: Record<string, () => string> = {
      s: seconds,
      m: () => t`${said} m`,
      'm/s': () => t`${said} m/s`,
      h: () => t`${said} h`,
      min: () => t`${said} min`,
      'g/dL': () => t`${said} g/dL`,
      fixes: () => plural(value, { one: '# position', other: '# positions' }),
      readings: () => plural(value, { one: '# reading', other: '# readings' }),
      people: () => plural(value, { one: '# person', other: '# people' }),
      share: () => new Intl.NumberFormat(i18n.locale, { style: 'percent' }).format(value),
    }
    return units[unit]?.() ?? said
  }
}
