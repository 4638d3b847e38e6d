import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { RoomTx } from '../../platform/database.ts'
import { type CsvColumn, spoken } from '../../platform/files.ts'
import { day, id, instant, limit, text } from '../../platform/schemas.ts'
import { type EnrolmentState, isEnded } from '../../programs/index.ts'
import { levels, modelKinds, unitStates } from '../codes.ts'

/** A unit as the list shows it. */
export const listedUnit = z.object({
  id,
  serial: z.string(),
  modelId: id,
  model: z.string(),
  kind: z.enum(modelKinds),
  levels: z.array(z.enum(levels)),
  state: z.enum(unitStates),
  since: instant,
  lifeEndsOn: day.nullable(),
  /** Who wears it; null while nobody does. */
  wearer: z
    .object({
      personId: id,
      enrolmentId: id,
      familyName: z.string(),
      givenNames: z.string(),
      number: z.string(),
      level: z.enum(levels),
      /** The program of the person has ended: the unit is to be taken off. */
      ended: z.boolean(),
    })
    .nullable(),
  /** When it was last heard of, and how full its battery was (0 to 1). */
  contactAt: instant.nullable(),
  battery: z.number().nullable(),
  faults: z.int(),
})

export type ListedUnit = z.output<typeof listedUnit>

/** What the list is narrowed to. `take-off`: on people whose program has ended. */
export const unitFilter = z.object({
  text: text(100).optional(),
  state: z.enum([...unitStates, 'take-off']).optional(),
  modelId: id.optional(),
  enrolmentId: id.optional(),
  limit,
})

export type UnitFilter = z.output<typeof unitFilter>

/** The units of the office by serial number. */
export async function listUnits(
  tx: RoomTx<'equipment'>,
  ctx: Context,
  filter: UnitFilter,
): Promise<{ units: ListedUnit[]; total: number }> {
  const state = filter.state === 'take-off' ? 'fitted' : (filter.state ?? null)
  const part = filter.text?.toLowerCase() ?? null
  const { rows } = await sql<Row>`
    select u.*, e.number, p.family_name, p.given_names, n.state as enrolment_state, t.contact_at, t.battery,
      (select count(*)::integer from equipment.step f
        where f.agency_id = u.agency_id and f.unit_id = u.id and f.kind = 'fault') as faults,
      count(*) over () as total
    from equipment.v_unit u
    left join programs.v_enrolment e on e.agency_id = u.agency_id and e.id = u.enrolment_id
    left join people.v_person p on p.agency_id = u.agency_id and p.id = u.person_id
    left join programs.enrolment_state(${ctx.today}) n on n.agency_id = u.agency_id and n.enrolment_id = u.enrolment_id
    left join monitoring.v_standing t on t.agency_id = u.agency_id and t.unit_id = u.id
    where (${state}::text is null or u.state = ${state})
      and (${filter.state ?? null}::text is distinct from 'take-off' or n.state = any(${ended}))
      and (${filter.modelId ?? null}::uuid is null or u.model_id = ${filter.modelId ?? null})
      and (${filter.enrolmentId ?? null}::uuid is null or u.enrolment_id = ${filter.enrolmentId ?? null})
      and (${part}::text is null or strpos(lower(concat_ws(' ', u.serial, u.phone, u.maker, u.model, p.family_name, p.given_names)), ${part}) > 0)
    order by u.serial, u.id
    limit ${filter.limit}`.execute(tx)
  return { units: rows.map(toListed), total: rows[0]?.total ?? 0 }
}

const ended: EnrolmentState[] = ['completed', 'denied', 'returned-to-court', 'withdrawn']

interface Row {
  id: string
  serial: string
  model_id: string
  maker: string
  model: string
  kind: ListedUnit['kind']
  levels: ListedUnit['levels']
  state: ListedUnit['state']
  last_step_at: Temporal.Instant
  life_ends_on: Temporal.PlainDate | null
  person_id: string | null
  enrolment_id: string | null
  level: ListedUnit['levels'][number] | null
  number: string | null
  family_name: string | null
  given_names: string | null
  enrolment_state: EnrolmentState | null
  contact_at: Temporal.Instant | null
  battery: number | null
  faults: number
  total: number
}

function toListed(row: Row): ListedUnit {
  return {
    id: row.id,
    serial: row.serial,
    modelId: row.model_id,
    model: `${row.maker} ${row.model}`,
    kind: row.kind,
    levels: row.levels,
    state: row.state,
    since: row.last_step_at,
    lifeEndsOn: row.life_ends_on,
    wearer: row.person_id === null ? null : wearerOf(row),
    contactAt: row.contact_at,
    battery: row.battery,
    faults: row.faults,
  }
}

const wearerOf = (row: Row): NonNullable<ListedUnit['wearer']> => ({
  personId: row.person_id!,
  enrolmentId: row.enrolment_id!,
  familyName: row.family_name ?? '',
  givenNames: row.given_names ?? '',
  number: row.number ?? '',
  level: row.level!,
  ended: row.enrolment_state !== null && isEnded(row.enrolment_state),
})

/** The columns of the list as CSV. */
export const unitColumnsCsv: readonly CsvColumn<ListedUnit>[] = [
  { title: 'Serial number', value: (unit) => unit.serial },
  { title: 'Model', value: (unit) => unit.model },
  { title: 'Kind', value: (unit) => spoken(unit.kind) },
  { title: 'State', value: (unit) => spoken(unit.state) },
  { title: 'Since', value: (unit) => unit.since },
  {
    title: 'Worn by',
    value: ({ wearer }) => (wearer ? `${wearer.familyName}, ${wearer.givenNames}` : null),
  },
  { title: 'Booking number', value: (unit) => unit.wearer?.number ?? null },
  { title: 'Reports', value: ({ wearer }) => (wearer ? spoken(wearer.level) : null) },
  { title: 'Last heard', value: (unit) => unit.contactAt },
  {
    title: 'Battery',
    value: (unit) => (unit.battery === null ? null : `${Math.round(unit.battery * 100)}%`),
  },
  { title: 'Faults', value: (unit) => unit.faults },
  { title: 'Service ends', value: (unit) => unit.lifeEndsOn?.toString() ?? null },
]
