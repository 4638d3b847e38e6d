/** How much it matters, the agency's protocol hangs on it. `note` asks nobody for anything. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'note'

export interface KindRow {
  /** In English, for the command line and for who reads the table. */
  says: string
  severity: Severity
  /** What brings the condition to an end: a person only, later evidence, or nothing (it happened, once). */
  ends: 'by-a-person' | 'by-evidence' | 'at-once'
  /** Clause or source. */
  source: string
}

const row = (severity: Severity, ends: KindRow['ends'], source: string, says: string): KindRow => ({
  says,
  severity,
  ends,
  source,
})

/** Every kind of happening, with its defaults. A zone may carry its own severity. */
export const kinds = {
  'zone-entered': row('critical', 'by-evidence', 'monitoring rule 4, EMP-8.2', 'entered an exclusion zone'),
  'zone-crossed': row('high', 'at-once', 'field 5', 'passed through an exclusion zone between two fixes'),
  'zone-left': row(
    'high',
    'by-evidence',
    'monitoring rule 4, EMP-1.2',
    'left an inclusion zone in its hours',
  ),
  'absent-at-start': row(
    'high',
    'by-evidence',
    'monitoring rule 4, field 5',
    'was not there when the hours began',
  ),
  returned: row('note', 'at-once', 'monitoring rule 3', 'is back on the permitted side'),
  cleared: row('note', 'at-once', 'field 3', 'the condition is over; the incident may still need a person'),
  'no-contact': row(
    'medium',
    'by-evidence',
    'monitoring rule 4, field 6 and 8',
    'the unit has been silent too long',
  ),
  'no-position': row(
    'medium',
    'by-evidence',
    'monitoring rule 4, field 6',
    'in contact, without a usable position',
  ),
  restored: row('note', 'at-once', 'field 3', 'contact, position, power or range is back'),
  strap: row('critical', 'by-a-person', 'monitoring rule 1, EMP-8.6, field 3', 'the strap was opened or cut'),
  case: row('critical', 'by-a-person', 'monitoring rule 1, EMP-8.6, field 3', 'the case was opened'),
  sos: row('critical', 'by-a-person', 'field 1, devices C2', 'the participant asks for help'),
  jamming: row('high', 'at-once', 'NIJ 1004.00 5.7, devices C2', 'the unit reports that signals are jammed'),
  shielding: row('high', 'at-once', 'NIJ 1004.00 5.7', 'the unit reports that it is shielded'),
  'antenna-cut': row('high', 'at-once', 'devices C2', 'the unit reports that its antenna is cut'),
  fall: row('medium', 'at-once', 'devices C2', 'the unit reports a fall of its wearer'),
  'battery-low': row('low', 'by-evidence', 'EMP-8.7, field 7', 'the battery is low'),
  'battery-critical': row('medium', 'by-evidence', 'EMP-8.7, field 7', 'the battery will soon be empty'),
  'battery-dead': row(
    'medium',
    'by-evidence',
    'monitoring rule 4, field 7',
    'silent, most likely an empty battery',
  ),
  'shut-down': row('high', 'by-evidence', 'monitoring rule 4', 'the unit was switched off'),
  'rf-out': row('high', 'by-evidence', 'EMP-A.2', 'out of range of the home unit'),
  'base-moved': row('medium', 'at-once', 'EMP-A.2', 'the home unit was moved'),
  'power-lost': row('low', 'by-evidence', 'EMP-A.2', 'the home unit lost its power'),
  'breath-positive': row('high', 'at-once', 'EMP-9.1', 'a breath test was positive'),
  'retest-due': row('note', 'at-once', 'EMP-9.1', 'a positive breath test asks for another'),
  'breath-missed': row('medium', 'at-once', 'monitoring, test units', 'a breath test was not taken'),
  'breath-identity': row('medium', 'at-once', 'monitoring, test units', 'who gave the breath is doubtful'),
  'alcohol-event': row(
    'high',
    'at-once',
    'monitoring, test units',
    'worn readings rose and fell as by drinking',
  ),
  'alcohol-obstructed': row('medium', 'at-once', 'monitoring, test units', 'the worn sensor was covered'),
  'alcohol-tamper': row('high', 'by-a-person', 'monitoring, test units', 'the worn sensor was tampered with'),
  'drug-positive': row('high', 'at-once', 'EMP-9.2', 'a drug test was positive'),
  'drug-refused': row('high', 'at-once', 'EMP-9.2', 'a drug test was refused'),
  'drug-diluted': row('medium', 'at-once', 'EMP-9.2', 'a drug test was diluted'),
  'drug-missed': row('medium', 'at-once', 'EMP-9.2', 'a drug test was missed'),
  'voice-failed': row('medium', 'at-once', 'EMP-A.3', 'the voice was not recognised'),
  'voice-missed': row('medium', 'at-once', 'EMP-A.3', 'a voice check was missed'),
  'check-in-missed': row('medium', 'at-once', 'EMP-A.2', 'a check-in was missed'),
  'carrier-outage': row('medium', 'by-evidence', 'field 6', 'many units of one carrier fell silent together'),
} as const satisfies Record<string, KindRow>

export type Kind = keyof typeof kinds

/** The kinds in the order of the table. */
export const kindNames = Object.keys(kinds) as Kind[]
