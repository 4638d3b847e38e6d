// The watch gives its reasons in English sentences that are always the same but for their figures, and they stay on record
// so. Here they are known again, to be said in the reader's language.

/** Every sentence, with its figures by name. */
const sentences = {
  'beyond-once': /1 fit fix outside by more than their accuracy, over (?<seconds>\d+) s\./,
  beyond: /(?<count>\d+) fit fixes in a row outside by more than their accuracy, over (?<seconds>\d+) s\./,
  'inside-once': /1 fit fix inside by more than their accuracy, over (?<seconds>\d+) s\./,
  inside: /(?<count>\d+) fit fixes in a row inside by more than their accuracy, over (?<seconds>\d+) s\./,
  'not-seen': /Not seen there since it began to bind;/,
  'back-inside': /(?<count>\d+) fit fixes in a row on the permitted side\./,
  unbound:
    /The zone binds no more: its hours ended, leave began, or it was lifted\. The person was not seen to return\./,
  through: /The straight way between two fixes goes (?<meters>\d+) m into the zone, which neither shows\./,
  silent: /Nothing was heard of the unit for (?<minutes>\d+) minutes\./,
  'battery-when-heard': /The battery was at (?<percent>\d+) per cent when last heard\./,
  'heard-again': /Heard again after (?<minutes>\d+) minutes\./,
  'worn-no-longer': /The unit is no longer worn\./,
  'switching-off': /The unit reports that it is being switched off\./,
  'on-again': /The unit is on again\./,
  'no-position': /In contact, and no usable position for (?<minutes>\d+) minutes\./,
  'position-again': /A usable position again\./,
  'owes-no-position': /The unit owes no position any more\./,
  'battery-at': /The battery is at (?<percent>\d+) per cent\./,
  'battery-until':
    /The battery is at (?<percent>\d+) per cent; at the rate of the last hours it is empty in (?<hours>-?[\d.]+) hours\./,
  'says-battery-low': /The unit says that its battery is low\./,
  'being-charged': /The unit is being charged\./,
  'battery-recovered': /The battery is well above the line again\./,
  'strap-open': /The strap sensor reports open\./,
  'case-open': /The case sensor reports open\./,
  'sensor-tampered': /The worn sensor reports tampering\./,
  'sensor-closed': /The sensor reports closed\. The incident needs a person still\./,
  sos: /The participant asks for help\./,
  jamming: /The unit reports that its signals are jammed\./,
  shielding: /The unit reports that it is shielded\./,
  'antenna-cut': /The unit reports that its antenna is cut\./,
  fall: /The unit reports a fall\./,
  'too-late': /The message came too late for anything else; this always counts\./,
  unsupported: /Later evidence no longer supports it\./,
  'began-earlier': /Later evidence shows that it began earlier; this stays on record\./,
  'was-not-worn':
    /By a setting known later the unit was not worn; it was alarmed of, and a person must end it\./,
  'out-of-range': /Out of range of the home unit while the person must be there\./,
  'no-power': /The home unit has been without power\./,
  'home-unit-over': /The home unit reports it over\./,
  'home-unit-moved': /The home unit reports that it was moved\./,
  'need-not-be-there': /The person need not be there any more\./,
  'breath-positive': /The test is at or above the limit; another is due\./,
  'breath-again-positive': /The second test within the time is positive as well\./,
  'breath-asks-for-another': /A positive test asks for another\./,
  'breath-second-below': /The second test is below the limit\./,
  'breath-no-second': /After a positive test another was due and did not come\./,
  'breath-doubted': /A person who looked at the photograph doubts who gave the breath\./,
  'no-result': /Its window has ended without a result\./,
  'alcohol-rise':
    /(?<count>\d+) readings at or above the level, to a peak of (?<peak>[\d.]+), and then a fall\./,
  'sensor-covered': /The worn sensor reports that something covers it\./,
  'result-of-provider': /The provider's verdict\./,
  'result-of-laboratory': /The laboratory's or the collector's result\./,
  'unworn-strap': /Nobody wears the unit, and the strap was opened or cut\./,
  'unworn-case': /Nobody wears the unit, and the case was opened\./,
  'unworn-sos': /Nobody wears the unit, and somebody asks for help\./,
  'unworn-off': /Nobody wears the unit, and the unit was switched off\./,
  outage: /(?<units>\d+) units of (?<carrier>.+) fell silent within (?<minutes>\d+) minutes?\./,
  'one-more-silent': /One more unit fell silent\./,
  'more-silent': /(?<units>\d+) more units fell silent\./,
  'all-heard-again': /All (?<units>\d+) units were heard again\./,
  'some-heard-again':
    /(?<back>\d+) of (?<units>\d+) units were heard again; the others have alarms of their own\./,
} as const satisfies Record<string, RegExp>

export type Sentence = keyof typeof sentences

/** What is counted or measured in a sentence; each has those that stand in it. */
type Figure =
  | 'back'
  | 'carrier'
  | 'count'
  | 'hours'
  | 'meters'
  | 'minutes'
  | 'peak'
  | 'percent'
  | 'seconds'
  | 'units'

/** One sentence of the watch, with its figures as they were written. */
export interface Said {
  sentence: Sentence
  figures: Readonly<Record<Figure, string>>
}

const beginnings = Object.entries(sentences).map(
  ([sentence, says]) => [sentence as Sentence, new RegExp(`^${says.source}(?: |$)`)] as const,
)

/** The sentences that a reason of the watch is made of; null where one of them is not known, as what a person wrote. */
export function engineSays(text: string): Said[] | null {
  const said: Said[] = []
  let rest = text
  while (rest !== '') {
    const next = firstOf(rest)
    if (!next) return null
    said.push(next.said)
    rest = rest.slice(next.length)
  }
  return said.length > 0 ? said : null
}

function firstOf(rest: string): { said: Said; length: number } | null {
  for (const [sentence, begins] of beginnings) {
    const found = begins.exec(rest)
    if (found)
      return { said: { sentence, figures: { ...found.groups } as Said['figures'] }, length: found[0].length }
  }
  return null
}
