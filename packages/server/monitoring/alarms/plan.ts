import { randomUUID } from 'node:crypto'
import { type Happening, type Kind, kinds, type Severity } from '@inlieu/watch'
import { Temporal } from 'temporal-polyfill'
import type { ProtocolInForce } from '../guidelines/in-force.ts'
import { dutiesOf } from './duties.ts'
import type { KnownAlarm, Link } from './known.ts'
import type { Given, Plan, PlannedStep } from './planned.ts'
import { type AlarmSeverity, gravityOf, isGraver } from './severity.ts'

/**
 * Decides what the happenings of a batch do to the alarms: open one, join one that is open (one cause, one
 * incident), or be noted on it. A happening that is known with nothing new plans nothing, so a batch that is run
 * again, by itself or within a larger one, has no effect. A closed alarm stays closed; what then needs a person
 * again is an alarm of its own that names it.
 */
export function planAlarms(happenings: readonly Happening[], given: Given): Plan {
  const planner = new Planner(given)
  const order = [...happenings].sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1))
  // What is known first: an incident may have been found to begin earlier, and what is new then belongs to it.
  // What ends something comes after what began it.
  for (const one of order) {
    if (given.apart?.has(one.key)) planner.parted(one)
    else if (given.known.links.has(one.key)) planner.again(one)
  }
  for (const one of order) if (!planner.link(one.key) && one.severity !== 'note') planner.first(one)
  for (const one of order) if (!planner.link(one.key) && one.severity === 'note') planner.noted(one)
  planner.countSilent()
  planner.settleGravity()
  for (const { alarmId, inForce } of planner.plan.protocols.values())
    for (const duty of dutiesOf(inForce.protocol, given.now)) planner.plan.duties.push({ alarmId, ...duty })
  return planner.plan
}

const instantOf = (millis: number) => Temporal.Instant.fromEpochMilliseconds(millis)

class Planner {
  readonly plan: Plan = {
    alarms: [],
    protocols: new Map(),
    links: new Map(),
    gravities: new Map(),
    steps: [],
    duties: [],
    opened: new Set(),
    changed: new Set(),
  }
  private readonly given: Given
  private readonly alarms: Map<string, KnownAlarm>
  private readonly byIncident = new Map<string, Set<string>>()
  /** By the id of an outage's alarm: silences that joined it. */
  private readonly joinedOutage = new Map<string, number>()
  /** Alarms of which a finding is new, or stands otherwise, or has become another's. */
  private readonly touched = new Set<string>()
  /** By alarm: the gravest finding that counts no more, or for less. */
  private readonly fell = new Map<string, { happening: Happening; severity: Severity }>()

  constructor(given: Given) {
    this.given = given
    this.alarms = new Map([...given.known.alarms].map(([id, alarm]) => [id, { ...alarm }]))
    for (const link of given.known.links.values()) this.index(link)
  }

  link(key: string): Link | undefined {
    return this.plan.links.get(key) ?? this.given.known.links.get(key)
  }

  /** Said for the first time, and somebody must look. */
  first(happening: Happening): void {
    // Nobody was told of it, and later evidence does not support it.
    if (happening.withdrawn) return
    const joined =
      happening.joined === undefined ? undefined : this.openAlarm(this.link(happening.joined)?.alarmId)
    const open = joined ?? this.openOf(happening.incident)
    const outage = this.openOf(this.given.partOf?.get(happening.key))
    if (open) this.fold(happening, open)
    else if (outage) this.silentWith(happening, outage)
    else this.open(happening, this.lastClosedOf(happening.incident))
  }

  /** One more is silent of an outage that somebody works on: it is counted, and asks nobody anew. */
  private silentWith(happening: Happening, outage: KnownAlarm): void {
    this.put(linkOf(happening, outage.id, gradeOf(happening, this.given.protocolOf(happening.kind))))
    this.joinedOutage.set(outage.id, (this.joinedOutage.get(outage.id) ?? 0) + 1)
  }

  /** A line for all that joined an outage at once. Of one that is opened just now the opening has told. */
  countSilent(): void {
    for (const [alarmId, people] of this.joinedOutage) {
      if (this.plan.opened.has(alarmId)) continue
      const { incident } = this.alarms.get(alarmId)!
      const note = people === 1 ? 'One more unit fell silent.' : `${people} more units fell silent.`
      this.plan.steps.push({
        alarmId,
        kind: 'folded',
        code: 'no-contact',
        key: incident,
        note,
        about: { people },
      })
      this.plan.changed.add(alarmId)
    }
  }

  /** Still silent, and the outage accounts for it no longer. */
  parted(happening: Happening): void {
    const link = this.link(happening.key)
    if (link) this.needsSomebodyAgain(happening, this.alarms.get(link.alarmId)!)
  }

  /** Said for the first time, and asks nobody for anything: it is noted where it belongs. */
  noted(happening: Happening): void {
    if (happening.withdrawn) return
    const ended = happening.ends === undefined ? undefined : this.link(happening.ends)
    const alarm = ended ? this.alarms.get(ended.alarmId) : this.openOf(happening.incident)
    if (!alarm) return
    this.put(linkOf(happening, alarm.id, 'note'))
    if (ended) this.put({ ...ended, endedAt: instantOf(happening.at) })
    // Hundreds come back from an outage: who did stands with its alarm, not in a line each.
    if (ended && (isOutage(alarm) || this.isTold(happening, alarm.id))) this.plan.changed.add(alarm.id)
    else this.step(ended ? 'ended' : 'folded', happening, alarm.id)
  }

  /** One charging ends what was low and what was critical: the record says so once. */
  private isTold({ incident, at }: Happening, alarmId: string): boolean {
    const happenedAt = instantOf(at).toString()
    return this.plan.steps.some(
      ({ kind, alarmId: of, key, about }) =>
        kind === 'ended' &&
        of === alarmId &&
        about.happenedAt === happenedAt &&
        this.link(key)?.incident === incident,
    )
  }

  /** Said again: what is different is noted. */
  again(happening: Happening): void {
    const before = this.link(happening.key)!
    const severity =
      happening.severity === before.said
        ? before.severity
        : gradeOf(happening, this.given.protocolOf(happening.kind))
    const now = { ...linkOf(happening, before.alarmId, severity), endedAt: before.endedAt }
    if (sameLink(before, now)) return
    this.put(now)
    const alarm = this.alarms.get(before.alarmId)!
    this.noteFall(happening, before, now)
    if (now.joined !== null && before.joined === null) this.step('joined', happening, alarm.id)
    if (now.withdrawn !== before.withdrawn) {
      this.step(now.withdrawn ? 'withdrawn' : 'supported', happening, alarm.id)
      this.endChanged(happening, now, alarm)
      if (!now.withdrawn && alarm.closedCode === 'withdrawn') this.needsSomebodyAgain(happening, alarm)
    }
    if (!now.withdrawn && !isOutage(alarm) && isGraver(now.severity, alarm.severity)) {
      if (alarm.closedCode === null) this.raise(happening, alarm, now.severity)
      else this.needsSomebodyAgain(happening, alarm)
    }
  }

  private noteFall(happening: Happening, before: Link, now: Link): void {
    const counts = !before.withdrawn && (now.withdrawn || isGraver(before.severity, now.severity))
    const known = this.fell.get(before.alarmId)
    if (counts && (!known || isGraver(before.severity, known.severity)))
      this.fell.set(before.alarmId, { happening, severity: before.severity })
  }

  /**
   * How grave each alarm is after all of the batch: what took the place of something withdrawn counts before anything is
   * said. Less grave, it is worked on as it was: nobody's protocol and nobody's times change under their hands.
   */
  settleGravity(): void {
    const links = Map.groupBy(
      new Map([...this.given.known.links, ...this.plan.links]).values(),
      ({ alarmId }) => alarmId,
    )
    for (const id of this.touched) {
      const { openedAs, openedFor } = this.alarms.get(id)!
      const before = this.given.known.alarms.get(id)?.severity ?? openedAs
      const own = links.get(id) ?? []
      const severity = gravityOf(
        own,
        openedAs,
        own.some((one) => isSame(one, openedFor)),
      )
      if (severity === before) continue
      this.plan.gravities.set(id, severity)
      const fell = this.fell.get(id)
      if (fell && isGraver(before, severity))
        this.step(
          'lowered',
          fell.happening,
          id,
          { from: before, severity, withdrawn: fell.happening.withdrawn },
          '',
        )
    }
  }

  /** A return that is withdrawn, or supported again: what it ended is open again, or over. */
  private endChanged(happening: Happening, now: Link, alarm: KnownAlarm): void {
    const ended = now.ends === null ? undefined : this.link(now.ends)
    if (!ended) return
    const open = { ...ended, endedAt: now.withdrawn ? null : now.at }
    this.put(open)
    if (now.withdrawn && !ended.withdrawn && alarm.closedCode === 'returned') {
      this.needsSomebodyAgain(happening, alarm, open)
    }
  }

  /** It was closed on what no longer holds. The closing stands; a new alarm names it, and has what it is about. */
  private needsSomebodyAgain(
    happening: Happening,
    closed: KnownAlarm,
    link = this.link(happening.key)!,
  ): void {
    const open = this.openOf(link.incident)
    if (open) {
      this.put({ ...link, alarmId: open.id })
      this.step('folded', happening, open.id)
      if (isGraver(link.severity, open.severity)) this.raise(happening, open, link.severity)
      return
    }
    this.put({ ...link, alarmId: this.newAlarm(happening, link, closed.id) })
  }

  private open(happening: Happening, after: KnownAlarm | undefined): void {
    const severity = gradeOf(happening, this.given.protocolOf(happening.kind))
    const link = linkOf(happening, '', severity)
    this.put({ ...link, alarmId: this.newAlarm(happening, link, after?.id ?? null) })
  }

  private newAlarm(happening: Happening, { kind, at, severity }: Link, after: string | null): string {
    const id = randomUUID()
    const last = happening.evidence.fixes.at(-1)
    this.plan.alarms.push({
      id,
      ...this.given.aboutOf(happening),
      incident: happening.incident,
      kind,
      zone: happening.zone ?? null,
      severity: severity as AlarmSeverity,
      at,
      place: last ? { lat: last.lat, lon: last.lon } : (this.given.placeOf.get(happening.person) ?? null),
      why: happening.evidence.why,
      after,
    })
    const { incident } = happening
    const openedAs = severity as AlarmSeverity
    const openedFor = { kind, at }
    this.alarms.set(id, {
      id,
      number: 0,
      kind,
      incident,
      closedCode: null,
      openedAs,
      openedFor,
      severity: openedAs,
    })
    this.plan.opened.add(id)
    this.step('opened', happening, id)
    this.work(kind, id)
    return id
  }

  private fold(happening: Happening, alarm: KnownAlarm): void {
    const severity = gradeOf(happening, this.given.protocolOf(happening.kind))
    this.put(linkOf(happening, alarm.id, severity))
    this.step('folded', happening, alarm.id)
    if (isGraver(severity, alarm.severity)) this.raise(happening, alarm, severity)
  }

  /** Graver than before: it is worked by the graver kind's protocol, and acknowledged anew. */
  private raise(happening: Happening, alarm: KnownAlarm, severity: Severity): void {
    const from = alarm.severity
    alarm.severity = severity as AlarmSeverity
    this.step('raised', happening, alarm.id, { from, severity })
    this.work(happening.kind, alarm.id)
  }

  private work(kind: Kind, alarmId: string): void {
    this.plan.protocols.set(alarmId, { alarmId, kind, inForce: this.given.protocolOf(kind) })
  }

  private step(
    kind: PlannedStep['kind'],
    happening: Happening,
    alarmId: string,
    more: PlannedStep['about'] = {},
    note = happening.evidence.why,
  ): void {
    this.plan.steps.push({
      alarmId,
      kind,
      code: happening.kind,
      key: happening.key,
      note,
      about: { happenedAt: instantOf(happening.at).toString(), late: happening.late, ...more },
    })
    if (!this.plan.opened.has(alarmId)) this.plan.changed.add(alarmId)
  }

  private put(link: Link): void {
    this.touched.add(link.alarmId).add(this.link(link.key)?.alarmId ?? link.alarmId)
    this.plan.links.set(link.key, link)
    this.index(link)
  }

  private index({ incident, alarmId }: Link): void {
    const ids = this.byIncident.get(incident)
    if (ids) ids.add(alarmId)
    else this.byIncident.set(incident, new Set([alarmId]))
  }

  private openAlarm(id: string | undefined): KnownAlarm | undefined {
    const alarm = id === undefined ? undefined : this.alarms.get(id)
    return alarm?.closedCode === null && !isOutage(alarm) ? alarm : undefined
  }

  private openOf(incident: string | undefined): KnownAlarm | undefined {
    if (incident === undefined) return undefined
    return this.ofIncident(incident).find((alarm) => alarm.closedCode === null)
  }

  private lastClosedOf(incident: string): KnownAlarm | undefined {
    return this.ofIncident(incident).reduce<KnownAlarm | undefined>(
      (last, alarm) => (last === undefined || alarm.number > last.number ? alarm : last),
      undefined,
    )
  }

  private ofIncident(incident: string): KnownAlarm[] {
    const ids = this.byIncident.get(incident) ?? []
    // An outage hides nothing else of a person: what is of the same cause as their silence is their own alarm's.
    return [...ids]
      .map((id) => this.alarms.get(id)!)
      .filter((alarm) => !isOutage(alarm) || alarm.incident === incident)
  }
}

const isSame = (one: Link, { kind, at }: KnownAlarm['openedFor']): boolean =>
  one.kind === kind && one.at.epochMilliseconds === at.epochMilliseconds

const isOutage = (alarm: KnownAlarm): boolean => alarm.kind === 'carrier-outage'

/**
 * How grave it is: as a zone says where it says so, otherwise as the agency's protocol grades the kind. A protocol
 * cannot make an alarm of nothing: `note` is read as the least.
 */
export function gradeOf(happening: Happening, inForce: ProtocolInForce): AlarmSeverity {
  const said =
    happening.severity === kinds[happening.kind].severity ? inForce.protocol.severity : happening.severity
  return said === 'note' ? 'low' : said
}

function linkOf(happening: Happening, alarmId: string, severity: Severity): Link {
  return {
    key: happening.key,
    alarmId,
    incident: happening.incident,
    kind: happening.kind,
    severity,
    said: happening.severity,
    at: instantOf(happening.at),
    knownAt: instantOf(happening.knownAt),
    late: happening.late,
    withdrawn: happening.withdrawn,
    joined: happening.joined ?? null,
    ends: happening.ends ?? null,
    endedAt: null,
  }
}

// Times are to the millisecond on both sides.
const sameLink = (one: Link, other: Link): boolean =>
  (Object.keys(one) as (keyof Link)[]).every((name) => String(one[name]) === String(other[name]))
