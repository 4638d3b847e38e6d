// Made from the migrated database. Do not edit: change a migration and generate again.
import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Temporal } from 'temporal-polyfill'

/** JSON as read; written as text made by JSON.stringify. */
// biome-ignore lint/suspicious/noExplicitAny: what a stored value holds is checked where it is read
export type Json = ColumnType<any, string, string>
type Optional<T> = ColumnType<T, T | undefined, T>
type OptionalJson = ColumnType<Json['__select__'], string | null | undefined, string | null>

export interface DB {
  'access.account': {
    agency_id: string
    id: string
    username: string
    display_name: string
    email: Optional<string>
    password_hash: string
    second_factor_sealed: Optional<string | null>
    second_factor_pending_sealed: Optional<string | null>
    second_factor_since: Optional<Temporal.Instant | null>
    second_factor_last_step: Optional<number | null>
    must_change_password: Optional<boolean>
    is_demonstration: Optional<boolean>
    ends_at: Optional<Temporal.Instant | null>
    created_at: Temporal.Instant
    version: Optional<number>
  }
  'access.account_lock': {
    agency_id: string
    id: string
    account_id: string
    locked_at: Temporal.Instant
    cause: string
    released_at: Optional<Temporal.Instant | null>
    released_by: Optional<string | null>
    release_note: Optional<string | null>
  }
  'access.account_role': {
    agency_id: string
    id: string
    account_id: string
    role: string
    granted_at: Temporal.Instant
    granted_by: Optional<string | null>
    ended_at: Optional<Temporal.Instant | null>
  }
  'access.agency': {
    id: string
    slug: string
    name: string
    county: string
    state: string
    time_zone: string
    address: Optional<string>
    phone: Optional<string>
    is_demonstration: Optional<boolean>
    fee_basis: Optional<string>
  }
  'access.delegation': {
    agency_id: string
    id: string
    decision: string
    from_role: string
    to_account: string
    from_day: Temporal.PlainDate
    until_day: Optional<Temporal.PlainDate | null>
    made_by: string
    made_at: Temporal.Instant
    pack: Optional<string | null>
    made_on: Optional<Temporal.PlainDate | null>
    signed_paper: Optional<string | null>
    signed_on: Optional<Temporal.PlainDate | null>
    ended_from: Optional<Temporal.PlainDate | null>
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    end_reason: Optional<string | null>
  }
  'access.session': {
    agency_id: string
    id: string
    token_hash: Buffer
    account_id: string
    csrf: string
    began_at: Temporal.Instant
    last_seen_at: Temporal.Instant
    ended_at: Optional<Temporal.Instant | null>
    end_cause: Optional<string | null>
    address: string
    browser: string
  }
  'access.sign_in_try': {
    agency_id: string
    id: string
    account_id: string
    at: Temporal.Instant
    succeeded: boolean
    cause: string
    address: string
  }
  'access.v_account': {
    agency_id: string
    id: string
    username: string
    display_name: string
    email: string
    ends_at: Temporal.Instant | null
    created_at: Temporal.Instant
    version: number
    has_second_factor: boolean
    locked_at: Temporal.Instant
    roles: string[]
  }
  'access.v_account_role': {
    agency_id: string
    account_id: string
    role: string
    ends_at: Temporal.Instant | null
  }
  'access.v_agency': {
    agency_id: string | null
    slug: string
    name: string
    county: string
    state: string
    time_zone: string
    address: string
    phone: string
    is_demonstration: boolean
    fee_basis: string
  }
  'access.v_delegation': {
    agency_id: string
    id: string
    decision: string
    from_role: string
    to_account: string
    from_day: Temporal.PlainDate
    until_day: Temporal.PlainDate | null
    made_by: string
    made_at: Temporal.Instant
    pack: string | null
  }
  'audit.entry': {
    id: Optional<number>
    xid: string
    agency_id: string
    at: Temporal.Instant
    actor: Optional<string | null>
    roles: string
    request: string
    verb: string
    reason: string
    room: string
    record: string
    row_id: string
    operation: string
    payload: OptionalJson
    payload_digest: Buffer
    row_hash: Buffer
  }
  'audit.seal': {
    id: GeneratedAlways<number>
    from_xid: string
    until_xid: string
    row_count: number
    root: Buffer
    previous: Buffer
    hash: Buffer
    sealed_at: Temporal.Instant
  }
  'audit.v_entry': {
    agency_id: string
    id: number
    at: Temporal.Instant
    actor: string | null
    roles: string
    request: string
    verb: string
    reason: string
    room: string
    record: string
    row_id: string
    operation: string
    payload: Json | null
  }
  'court.charge': {
    agency_id: string
    id: string
    commitment_id: string
    position: number
    statute: string
    description: Optional<string>
    level: Optional<string>
    ended_at: Optional<Temporal.Instant | null>
  }
  'court.commitment': {
    agency_id: string
    id: string
    person_id: string
    docket: Optional<string>
    court_name: Optional<string>
    county: Optional<string>
    in_county: boolean
    judge_name: Optional<string>
    received_on: Temporal.PlainDate
    sentenced_on: Optional<Temporal.PlainDate | null>
    paper_form: string
    original_received_on: Optional<Temporal.PlainDate | null>
    original_form: Optional<string | null>
    original_paper_id: Optional<string | null>
    is_modification: Optional<boolean | null>
    has_jail_orders: Optional<boolean | null>
    active_file_found: Optional<boolean | null>
    modifies_commitment_id: Optional<string | null>
    years: Optional<number | null>
    months: Optional<number | null>
    days: Optional<number | null>
    credit_days: Optional<number | null>
    starts_on: Optional<Temporal.PlainDate | null>
    relation: Optional<string>
    consecutive_to: Optional<string[]>
    received_while_active: Optional<boolean>
    violation_indicated: Optional<boolean | null>
    conditions: Optional<string>
    address_on_paper: Optional<string>
    paper_id: Optional<string | null>
    items: Json
    checklist: Json
    outcome: string
    pack_version: string
    pack_hash: string
    returned_at: Optional<Temporal.Instant | null>
    returned_by: Optional<string | null>
    return_note: Optional<string | null>
    created_at: Temporal.Instant
    created_by: Optional<string | null>
    version: Optional<number>
    good_time_days: Optional<number | null>
  }
  'court.move': {
    agency_id: string
    id: string
    commitment_id: string
    from_person_id: string
    to_person_id: string
    reason: string
    moved_at: Temporal.Instant
    moved_by: string
  }
  'court.request': {
    agency_id: string
    id: string
    commitment_id: string
    items: Json
    note: Optional<string>
    asked_at: Temporal.Instant
    asked_by: string
    document_id: Optional<string | null>
    answered_at: Optional<Temporal.Instant | null>
  }
  'court.v_charge': {
    agency_id: string
    id: string
    commitment_id: string
    position: number
    statute: string
    description: string
    level: string
  }
  'court.v_commitment': {
    agency_id: string
    id: string
    person_id: string
    docket: string
    court_name: string
    county: string
    in_county: boolean
    judge_name: string
    received_on: Temporal.PlainDate
    sentenced_on: Temporal.PlainDate | null
    paper_form: string
    original_received_on: Temporal.PlainDate | null
    original_form: string | null
    original_paper_id: string | null
    is_modification: boolean | null
    has_jail_orders: boolean | null
    active_file_found: boolean | null
    modifies_commitment_id: string | null
    years: number | null
    months: number | null
    days: number | null
    credit_days: number | null
    starts_on: Temporal.PlainDate | null
    relation: string
    consecutive_to: string[]
    received_while_active: boolean
    violation_indicated: boolean | null
    conditions: string
    address_on_paper: string
    paper_id: string | null
    items: Json
    checklist: Json
    outcome: string
    pack_version: string
    pack_hash: string
    returned_at: Temporal.Instant | null
    returned_by: string | null
    return_note: string | null
    created_at: Temporal.Instant
    created_by: string | null
    version: number
    good_time_days: number | null
    statutes: string[]
    request_open: boolean
    original_owed: boolean
    state: string | null
  }
  'court.v_open_commitment': {
    agency_id: string
    id: string
  }
  'court.v_request': {
    agency_id: string
    id: string
    commitment_id: string
    items: Json
    note: string
    asked_at: Temporal.Instant
    asked_by: string
    document_id: string | null
    answered_at: Temporal.Instant | null
  }
  'court.v_timeline': {
    agency_id: string
    person_id: string
    enrolment_id: string | null
    at: Temporal.Instant | null
    on_day: Temporal.PlainDate | null
    kind: string | null
    about: Json | null
    actor: string | null
  }
  'court.v_waiting': {
    agency_id: string
    commitment_id: string
  }
  'court.waiting': {
    agency_id: string
    commitment_id: string
  }
  'equipment.credential': {
    agency_id: string
    id: string
    unit_id: Optional<string | null>
    door: string
    digest: Buffer
    hint: string
    name: Optional<string>
    made_at: Temporal.Instant
    made_by: Optional<string | null>
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    ended_because: Optional<string | null>
  }
  'equipment.fitting': {
    agency_id: string
    id: string
    unit_id: string
    person_id: string
    enrolment_id: string
    level: string
    positions: Optional<boolean>
    fitted_at: Temporal.Instant
    fitted_by: string
    note: Optional<string>
    removed_at: Optional<Temporal.Instant | null>
    removed_by: Optional<string | null>
    removal_code: Optional<string | null>
    removal_note: Optional<string | null>
    version: Optional<number>
  }
  'equipment.model': {
    agency_id: string
    id: string
    maker: string
    name: string
    kind: string
    positions: boolean
    levels: string[]
    battery_hours: Optional<number | null>
    life_months: Optional<number | null>
    strap: Optional<string>
    water: Optional<string>
    charging: Optional<string>
    signals: Optional<string[]>
    added_at: Temporal.Instant
    version: Optional<number>
  }
  'equipment.price': {
    agency_id: string
    id: string
    model_id: string
    from_day: Temporal.PlainDate
    in_field_cents: number
    on_shelf_cents: number
    authority: string
    entered_at: Temporal.Instant
    entered_by: string
  }
  'equipment.step': {
    agency_id: string
    id: string
    unit_id: string
    number: number
    kind: string
    at: Temporal.Instant
    recorded_at: Temporal.Instant
    recorded_by: Optional<string | null>
    code: Optional<string>
    note: Optional<string>
  }
  'equipment.unit': {
    agency_id: string
    id: string
    model_id: string
    serial: string
    phone: Optional<string>
    carrier: Optional<string>
    acquired_on: Temporal.PlainDate
    note: Optional<string>
    version: Optional<number>
  }
  'equipment.v_credential': {
    agency_id: string
    id: string
    unit_id: string | null
    door: string
    hint: string
    name: string
    made_at: Temporal.Instant
    made_by: string | null
    ended_at: Temporal.Instant | null
    ended_by: string | null
    ended_because: string | null
  }
  'equipment.v_fitting': {
    agency_id: string
    id: string
    unit_id: string
    person_id: string
    enrolment_id: string
    level: string
    fitted_at: Temporal.Instant
    fitted_by: string
    removed_at: Temporal.Instant | null
    removed_by: string | null
    removal_code: string | null
    note: string
    removal_note: string | null
    version: number
  }
  'equipment.v_model': {
    agency_id: string
    id: string
    maker: string
    name: string
    kind: string
    positions: boolean
    levels: string[]
    battery_hours: number | null
    life_months: number | null
    strap: string
    water: string
    charging: string
    signals: string[]
    added_at: Temporal.Instant
    version: number
  }
  'equipment.v_price': {
    agency_id: string
    id: string
    model_id: string
    from_day: Temporal.PlainDate
    in_field_cents: number
    on_shelf_cents: number
    authority: string
    entered_at: Temporal.Instant
    entered_by: string
  }
  'equipment.v_timeline': {
    agency_id: string
    person_id: string
    enrolment_id: string
    at: Temporal.Instant | null
    on_day: Temporal.PlainDate | null
    kind: string | null
    about: Json | null
    actor: string | null
  }
  'equipment.v_unit': {
    agency_id: string
    id: string
    model_id: string
    serial: string
    phone: string
    carrier: string
    acquired_on: Temporal.PlainDate
    note: string
    version: number
    maker: string
    model: string | null
    kind: string
    positions: boolean
    levels: string[]
    battery_hours: number | null
    life_months: number | null
    signals: string[]
    life_ends_on: Temporal.PlainDate | null
    fitting_id: string | null
    person_id: string | null
    enrolment_id: string | null
    level: string | null
    fitted_at: Temporal.Instant | null
    last_step: string | null
    last_step_at: Temporal.Instant | null
    state: string | null
  }
  'home.absence_kinds': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    number: number
    kinds: string[]
    why: string
    set_at: Temporal.Instant
    set_by: string
    permission: Json
  }
  'home.adult': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    name: string
    relation: Optional<string>
    living_since: Optional<Temporal.PlainDate | null>
    added_at: Temporal.Instant
    added_by: string
    consent_on: Optional<Temporal.PlainDate | null>
    consent_paper_id: Optional<string | null>
    rules_on: Optional<Temporal.PlainDate | null>
    withdrawn_on: Optional<Temporal.PlainDate | null>
    withdrawn_note: Optional<string | null>
    left_on: Optional<Temporal.PlainDate | null>
    version: Optional<number>
  }
  'home.condition': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    kind: string
    content: string
    commitment_id: Optional<string | null>
    order_reference: string
    ordered_on: Temporal.PlainDate
    supervised_by: string
    from_day: Temporal.PlainDate
    set_at: Temporal.Instant
    set_by: string
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    ended_because: Optional<string | null>
  }
  'home.contract': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    number: number
    terms: Json
    language: string
    document_id: string
    made_at: Temporal.Instant
    made_by: string
    signed_on: Optional<Temporal.PlainDate | null>
    paper_id: Optional<string | null>
    signed_recorded_at: Optional<Temporal.Instant | null>
    signed_recorded_by: Optional<string | null>
  }
  'home.dated_hours': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    zone_id: string
    on_day: Temporal.PlainDate
    from_time: Optional<string | null>
    to_time: Optional<string | null>
    at: Temporal.Instant
    by: string
    why: string
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    ended_because: Optional<string | null>
  }
  'home.deputy': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    account_id: string
    named_at: Temporal.Instant
    named_by: string
    note: Optional<string>
    ended_at: Optional<Temporal.Instant | null>
  }
  'home.earlier_consent': {
    agency_id: string
    id: string
    adult_id: string
    enrolment_id: string
    person_id: string
    consent_on: Temporal.PlainDate
    consent_paper_id: Optional<string | null>
    withdrawn_on: Temporal.PlainDate
    withdrawn_note: string
    replaced_at: Temporal.Instant
    replaced_by: string
  }
  'home.evaluation': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    number: number
    opened_because: string
    opened_at: Temporal.Instant
    opened_by: Optional<string | null>
    place_id: Optional<string | null>
    visited_on: Optional<Temporal.PlainDate | null>
    adults_counted: Optional<number | null>
    answers: OptionalJson
    note: Optional<string>
    outcome: Optional<string | null>
    reason: Optional<string | null>
    decided_on: OptionalJson
    decided_at: Optional<Temporal.Instant | null>
    decided_by: Optional<string | null>
    version: Optional<number>
  }
  'home.installation': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    unit_id: string
    assessment: Json
    items: Json
    pack: string
    pack_version: string
    pack_hash: string
    at: Temporal.Instant
    by: string
  }
  'home.leave': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    kind: string
    place_id: Optional<string | null>
    whereto: string
    why: string
    from_local: string
    to_local: string
    repeat_days: string[]
    repeat_until: Optional<Temporal.PlainDate | null>
    from_at: Temporal.Instant
    to_at: Temporal.Instant
    asked_at: Temporal.Instant
    asked_by: string
    version: Optional<number>
    decided_at: Optional<Temporal.Instant | null>
    decided_by: Optional<string | null>
    outcome: Optional<string | null>
    code: Optional<string | null>
    note: Optional<string | null>
    authority: OptionalJson
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    ended_code: Optional<string | null>
    ended_note: Optional<string | null>
  }
  'home.place': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    kind: string
    name: string
    address: string
    lat: Optional<number | null>
    lon: Optional<number | null>
    note: Optional<string>
    approved_at: Temporal.Instant
    approved_by: string
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    ended_because: Optional<string | null>
    version: Optional<number>
    corrected_because: Optional<string | null>
    found_lat: Optional<number | null>
    found_lon: Optional<number | null>
  }
  'home.program': {
    agency_id: string
    pack: string
  }
  'home.schedule_version': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    number: number
    weekly: Json
    at: Temporal.Instant
    by: string
    why: string
  }
  'home.slot': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    pack: string
    asked_at: Temporal.Instant
    asked_by: Optional<string | null>
    note: Optional<string>
    given_at: Optional<Temporal.Instant | null>
    given_by: Optional<string | null>
    out_of_turn: Optional<string>
    freed_at: Optional<Temporal.Instant | null>
    freed_by: Optional<string | null>
    freed_because: Optional<string | null>
  }
  'home.template_set': {
    agency_id: string
    id: string
    name: string
    version: number
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    ended_because: Optional<string | null>
  }
  'home.template_use': {
    agency_id: string
    id: string
    set_id: string
    reach: string
    pack: Optional<string | null>
    enrolment_id: Optional<string | null>
    person_id: Optional<string | null>
    at: Temporal.Instant
    by: string
    why: string
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    ended_because: Optional<string | null>
  }
  'home.template_version': {
    agency_id: string
    id: string
    set_id: string
    number: number
    zones: Json
    at: Temporal.Instant
    by: string
    why: string
  }
  'home.v_absence_kinds': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    number: number
    kinds: string[]
    why: string
    set_at: Temporal.Instant
    set_by: string
  }
  'home.v_adult': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    name: string
    relation: string
    living_since: Temporal.PlainDate | null
    consent_on: Temporal.PlainDate | null
    consent_paper_id: string | null
    rules_on: Temporal.PlainDate | null
    withdrawn_on: Temporal.PlainDate | null
    withdrawn_note: string | null
    left_on: Temporal.PlainDate | null
    version: number
  }
  'home.v_condition': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    kind: string
    content: string
    commitment_id: string | null
    order_reference: string
    ordered_on: Temporal.PlainDate
    supervised_by: string
    from_day: Temporal.PlainDate
    set_at: Temporal.Instant
    set_by: string
    ended_at: Temporal.Instant | null
    ended_by: string | null
    ended_because: string | null
  }
  'home.v_contract': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    number: number
    terms: Json
    language: string
    document_id: string
    made_at: Temporal.Instant
    made_by: string
    signed_on: Temporal.PlainDate | null
    paper_id: string | null
  }
  'home.v_dated_hours': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    zone_id: string
    on_day: Temporal.PlainDate
    from_time: string | null
    to_time: string | null
    at: Temporal.Instant
    by: string
    why: string
  }
  'home.v_deputy': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    account_id: string
    display_name: string | null
    named_at: Temporal.Instant
    named_by: string
    note: string
    ended_at: Temporal.Instant | null
  }
  'home.v_evaluation': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    number: number
    opened_because: string
    opened_at: Temporal.Instant
    opened_by: string | null
    place_id: string | null
    visited_on: Temporal.PlainDate | null
    adults_counted: number | null
    answers: Json
    note: string
    outcome: string | null
    reason: string | null
    decided_at: Temporal.Instant | null
    decided_by: string | null
    version: number
    state: string | null
  }
  'home.v_home_zone': {
    agency_id: string
    id: string
    enrolment_id: string
    name: string
    week_at: Temporal.Instant | null
    is_never: boolean
  }
  'home.v_leave': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    kind: string
    place_id: string | null
    whereto: string
    why: string
    from_local: string
    to_local: string
    repeat_days: string[]
    repeat_until: Temporal.PlainDate | null
    from_at: Temporal.Instant
    to_at: Temporal.Instant
    asked_at: Temporal.Instant
    asked_by: string
    version: number
    decided_at: Temporal.Instant | null
    decided_by: string | null
    outcome: string | null
    code: string | null
    note: string | null
    ended_at: Temporal.Instant | null
    ended_by: string | null
    ended_code: string | null
    ended_note: string | null
    state: string | null
  }
  'home.v_place': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    kind: string
    name: string
    address: string
    lat: number | null
    lon: number | null
    note: string
    approved_at: Temporal.Instant
    approved_by: string
    ended_at: Temporal.Instant | null
    ended_by: string | null
    ended_because: string | null
    version: number
  }
  'home.v_schedule': {
    agency_id: string
    enrolment_id: string
    person_id: string
    number: number
    weekly: Json
    at: Temporal.Instant
    by: string
    why: string
  }
  'home.v_slot': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    pack: string
    asked_at: Temporal.Instant
    asked_by: string | null
    note: string
    given_at: Temporal.Instant | null
    given_by: string | null
    out_of_turn: string
    freed_at: Temporal.Instant | null
    freed_by: string | null
    freed_because: string | null
    state: string | null
  }
  'home.v_template_set': {
    agency_id: string
    id: string
    name: string
    version: number
    ended_at: Temporal.Instant | null
  }
  'home.v_template_use': {
    agency_id: string
    id: string
    set_id: string
    set_version: number | null
    reach: string
    pack: string | null
    enrolment_id: string | null
    person_id: string | null
  }
  'home.v_template_version': {
    agency_id: string
    set_id: string
    number: number
    zones: Json
    at: Temporal.Instant
    by: string
    why: string
  }
  'home.v_timeline': {
    agency_id: string | null
    person_id: string | null
    enrolment_id: string | null
    at: Temporal.Instant | null
    on_day: Temporal.PlainDate | null
    kind: string | null
    about: Json | null
    actor: string | null
  }
  'home.v_timeline_of_detention': {
    agency_id: string
    person_id: string
    enrolment_id: string
    at: Temporal.Instant | null
    on_day: Temporal.PlainDate | null
    kind: string
    about: Json | null
    actor: string | null
  }
  'home.v_timeline_of_zones': {
    agency_id: string
    person_id: string
    enrolment_id: string
    at: Temporal.Instant
    on_day: Temporal.PlainDate | null
    kind: string
    about: Json | null
    actor: string | null
  }
  'home.v_zone': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    version: number
    ended_at: Temporal.Instant | null
    ended_by: string | null
    ended_because: string | null
    name: string
    rule: string
    area: Json
    buffer_m: number
    severity: string | null
    confirm_fixes: number | null
    confirm_seconds: number | null
    place_id: string | null
    at: Temporal.Instant
    by: string
    why: string
  }
  'home.v_zone_exception': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    zone_id: string
    set_id: string | null
    zone_name: string
    from_local: string
    to_local: string
    from_at: Temporal.Instant
    to_at: Temporal.Instant
    granted_at: Temporal.Instant
    granted_by: string
    why: string
    ended_at: Temporal.Instant | null
    ended_by: string | null
    ended_because: string | null
  }
  'home.v_zone_left': {
    agency_id: string
    id: string
    enrolment_id: string | null
    person_id: string | null
    name: string
    rule: string | null
    place: string | null
    address: string
    ended_at: Temporal.Instant | null
  }
  'home.v_zone_version': {
    agency_id: string
    zone_id: string
    number: number
    enrolment_id: string
    person_id: string
    name: string
    rule: string
    area: Json
    buffer_m: number
    severity: string | null
    confirm_fixes: number | null
    confirm_seconds: number | null
    place_id: string | null
    at: Temporal.Instant
    by: string
    why: string
  }
  'home.zone': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    version: number
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    ended_because: Optional<string | null>
    holds_home: Optional<boolean | null>
  }
  'home.zone_exception': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    zone_id: string
    set_id: Optional<string | null>
    zone_name: string
    from_local: string
    to_local: string
    from_at: Temporal.Instant
    to_at: Temporal.Instant
    granted_at: Temporal.Instant
    granted_by: string
    authority: Json
    why: string
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    ended_because: Optional<string | null>
  }
  'home.zone_version': {
    agency_id: string
    id: string
    zone_id: string
    number: number
    name: string
    rule: string
    area: Json
    buffer_m: number
    severity: Optional<string | null>
    confirm_fixes: Optional<number | null>
    confirm_seconds: Optional<number | null>
    place_id: Optional<string | null>
    at: Temporal.Instant
    by: string
    why: string
  }
  'intake.application': {
    agency_id: string
    id: string
    enrolment_id: string
    answers: Json
    signed_on: Optional<Temporal.PlainDate | null>
    incomplete_reason: Optional<string>
    taken_at: Optional<Temporal.Instant | null>
    taken_by: Optional<string | null>
    created_at: Temporal.Instant
    created_by: string
    version: Optional<number>
  }
  'intake.appointment': {
    agency_id: string
    id: string
    enrolment_id: string
    slot_id: string
    on_day: Temporal.PlainDate
    starts_at: Temporal.Instant
    minutes: number
    place: number
    purpose: string
    limiting_condition: string
    brings_statement: Optional<boolean>
    no_worksheet_reason: Optional<string>
    booked_at: Temporal.Instant
    booked_by: string
    moved_from: Optional<string | null>
    arrived_at: Optional<Temporal.Instant | null>
    arrived_by: Optional<string | null>
    called_at: Optional<Temporal.Instant | null>
    called_by: Optional<string | null>
    out_of_turn_reason: Optional<string>
    ended_at: Optional<Temporal.Instant | null>
    ended_as: Optional<string | null>
    ended_by: Optional<string | null>
    end_reason: Optional<string>
    version: Optional<number>
  }
  'intake.booking': {
    agency_id: string
    id: string
    enrolment_id: string
    employment: Optional<string>
    health_needs: Optional<string>
    special_needs: Optional<string>
    signed_on: Optional<Temporal.PlainDate | null>
    gaps_reason: Optional<string>
    booked_at: Optional<Temporal.Instant | null>
    booked_by: Optional<string | null>
    created_at: Temporal.Instant
    created_by: string
    version: Optional<number>
  }
  'intake.closed_day': {
    agency_id: string
    id: string
    on_day: Temporal.PlainDate
    reason: string
    entered_at: Temporal.Instant
    entered_by: string
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
  }
  'intake.print_record': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    kind: string
    on_day: Temporal.PlainDate
    note: Optional<string>
    document_id: Optional<string | null>
    at: Temporal.Instant
    by: string
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    end_reason: Optional<string>
  }
  'intake.screening': {
    agency_id: string
    id: string
    enrolment_id: string
    step: string
    number: number
    answers: OptionalJson
    started_at: Temporal.Instant
    started_by: string
    decided_at: Optional<Temporal.Instant | null>
    version: Optional<number>
  }
  'intake.screening_decision': {
    agency_id: string
    id: string
    screening_id: string
    enrolment_id: string
    step: string
    decision: string
    reason: string
    departs: boolean
    grounds: Json
    assessment: Json
    sources: Json
    release_fees: OptionalJson
    permission: Json
    challenge_days: Optional<number | null>
    outcome: string
    pack_version: string
    pack_hash: string
    decided_on: Temporal.PlainDate
    decided_at: Temporal.Instant
    decided_by: string
    notice_document_id: Optional<string | null>
  }
  'intake.slot': {
    agency_id: string
    id: string
    starts_at: Temporal.Instant
  }
  'intake.slot_plan': {
    agency_id: string
    id: string
    from_day: Temporal.PlainDate
    slot_minutes: number
    capacity: number
    hours: Json
    authority: string
    entered_at: Temporal.Instant
    entered_by: string
  }
  'intake.tick': {
    agency_id: string
    id: string
    enrolment_id: string
    item: string
    part: Optional<string>
    note: Optional<string>
    on_day: Temporal.PlainDate
    at: Temporal.Instant
    by: string
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
    end_reason: Optional<string>
  }
  'intake.told': {
    agency_id: string
    id: string
    enrolment_id: string
    item: string
    at: Temporal.Instant
    by: string
  }
  'intake.v_application': {
    agency_id: string
    id: string
    enrolment_id: string
    signed_on: Temporal.PlainDate | null
    incomplete_reason: string
    version: number
    employed: boolean
    days_available: Json | null
    work_limits: Json | null
    other_work_limits: string | null
    unable_until: string | null
    job_loss: string | null
    transport: string | null
  }
  'intake.v_appointment': {
    agency_id: string
    id: string
    enrolment_id: string
    on_day: Temporal.PlainDate
    starts_at: Temporal.Instant
    minutes: number
    place: number
    purpose: string
    limiting_condition: string
    brings_statement: boolean
    booked_at: Temporal.Instant
    booked_by: string
    moved_from: string | null
    arrived_at: Temporal.Instant | null
    called_at: Temporal.Instant | null
    ended_at: Temporal.Instant | null
    end_reason: string
    version: number
    state: string | null
    is_open: boolean
  }
  'intake.v_booking': {
    agency_id: string
    id: string
    enrolment_id: string
    employment: string
    special_needs: string
    signed_on: Temporal.PlainDate | null
    booked_at: Temporal.Instant | null
    booked_by: string | null
    created_at: Temporal.Instant
    version: number
  }
  'intake.v_decision': {
    agency_id: string
    id: string
    enrolment_id: string
    step: string
    decision: string
    outcome: string
    assessment: Json
    pack_version: string
    pack_hash: string
    decided_on: Temporal.PlainDate
    decided_at: Temporal.Instant
    decided_by: string
  }
  'intake.v_print_record': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    kind: string
    on_day: Temporal.PlainDate
    note: string
    document_id: string | null
    at: Temporal.Instant
    by: string
  }
  'intake.v_screening': {
    agency_id: string
    id: string
    enrolment_id: string
    step: string
    number: number
    started_at: Temporal.Instant
    version: number
    decision_id: string | null
    decision: string | null
    reason: string | null
    departs: boolean
    grounds: Json | null
    outcome: string | null
    challenge_days: number | null
    pack_version: string | null
    pack_hash: string | null
    decided_on: Temporal.PlainDate | null
    decided_at: Temporal.Instant | null
    decided_by: string | null
    notice_document_id: string | null
    status_x: boolean
  }
  'intake.v_screening_open': {
    agency_id: string
    enrolment_id: string
    step: string
    is_answered: boolean
  }
  'intake.v_timeline': {
    agency_id: string
    person_id: string
    enrolment_id: string
    at: Temporal.Instant
    on_day: Temporal.PlainDate
    kind: string
    about: Json | null
    actor: string | null
  }
  'money.arrangement': {
    agency_id: string
    id: string
    enrolment_id: string
    kind: string
    pay_by: Optional<Temporal.PlainDate | null>
    note: Optional<string>
    owed_cents: number
    on_day: Temporal.PlainDate
    at: Temporal.Instant
    by: string
  }
  'money.assessment': {
    agency_id: string
    id: string
    enrolment_id: string
    number: number
    occasion: string
    worksheet_id: Optional<string | null>
    rescheduling_id: Optional<string | null>
    on_day: Temporal.PlainDate
    rates_on: Temporal.PlainDate
    at: Temporal.Instant
    by: Optional<string | null>
    basis: string
    input: Json
    parameters: Json
    result: Json
    printed_cents: number
    charged_cents: number
    pack_version: string
    pack_hash: string
  }
  'money.budget': {
    agency_id: string
    waiver_id: string
    why: string
    incomes: Json
    expenses: Json
    dependents: number
    note: Optional<string>
  }
  'money.entry': {
    agency_id: string
    id: string
    enrolment_id: string
    line: number
    kind: string
    on_day: Temporal.PlainDate
    at: Temporal.Instant
    by: Optional<string | null>
    net_cents: number
    about: Json
    reason: Optional<string>
    corrects: Optional<string | null>
  }
  'money.fee_line': {
    agency_id: string
    id: string
    assessment_id: string
    position: number
    code: string
    clause: string
    own: boolean
    authority: string
    resolution: Optional<string | null>
    statute: string
    unit: string
    unit_cents: number
    quantity: number
    amount_cents: number
    charged_cents: number
    reason: string
    repeal: OptionalJson
  }
  'money.posting': {
    agency_id: string
    id: string
    entry_id: string
    enrolment_id: string
    account: string
    part: Optional<string>
    amount_cents: number
  }
  'money.receipt': {
    agency_id: string
    id: string
    enrolment_id: string
    entry_id: string
    year: number
    serial: number
    number: string
    form: string
    instrument_number: Optional<string>
    amount_cents: number
    held_cents: number
    balance_cents: number
    received_from: string
    taken_on: Temporal.PlainDate
    taken_at: Temporal.Instant
    taken_by: string
    document_id: string
  }
  'money.receipt_void': {
    agency_id: string
    receipt_id: string
    enrolment_id: string
    entry_id: string
    reason: string
    on_day: Temporal.PlainDate
    at: Temporal.Instant
    by: string
    document_id: string
  }
  'money.receivable': {
    agency_id: string
    enrolment_id: string
    person_id: string
    opened_at: Temporal.Instant
    last_line: Optional<number>
  }
  'money.v_assessment': {
    agency_id: string
    id: string
    enrolment_id: string
    number: number
    occasion: string
    rates_on: Temporal.PlainDate
    at: Temporal.Instant
    result: Json
    pack_version: string
    pack_hash: string
  }
  'money.v_balance': {
    agency_id: string
    enrolment_id: string
    person_id: string | null
    assessed_cents: number | null
    paid_cents: number | null
    waived_cents: number | null
    uncollectible_cents: number | null
    balance_cents: number | null
    held_cents: number | null
    pay_by: Temporal.PlainDate | null
    waiver_open: boolean
  }
  'money.v_entry': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    line: number
    kind: string
    on_day: Temporal.PlainDate
    at: Temporal.Instant
    by: string | null
    net_cents: number
    balance_cents: number | null
    about: Json
    reason: string
    corrects: string | null
  }
  'money.v_pay_by': {
    agency_id: string
    enrolment_id: string
    person_id: string
    pay_by: Temporal.PlainDate | null
    owed_cents: number | null
  }
  'money.v_receipt': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    entry_id: string
    year: number
    serial: number
    number: string
    form: string
    instrument_number: string
    amount_cents: number
    held_cents: number
    balance_cents: number
    received_from: string
    taken_on: Temporal.PlainDate
    taken_at: Temporal.Instant
    taken_by: string
    document_id: string
    voided: boolean
    void_reason: string | null
    voided_on: Temporal.PlainDate | null
    voided_at: Temporal.Instant | null
    voided_by: string | null
  }
  'money.v_timeline': {
    agency_id: string
    person_id: string
    enrolment_id: string
    at: Temporal.Instant
    on_day: Temporal.PlainDate
    kind: string
    about: Json
    actor: string | null
  }
  'money.v_waiver': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    asked_cents: number | null
    on_day: Temporal.PlainDate
    at: Temporal.Instant
    by: string
    state: string | null
    waived_cents: number | null
    decided_on: Temporal.PlainDate | null
    decided_at: Temporal.Instant | null
    decided_by: string | null
    document_id: string | null
  }
  'money.waiver': {
    agency_id: string
    id: string
    enrolment_id: string
    asked_cents: Optional<number | null>
    owed_cents: number
    budget_digest: Buffer
    on_day: Temporal.PlainDate
    at: Temporal.Instant
    by: string
  }
  'money.waiver_decision': {
    agency_id: string
    waiver_id: string
    enrolment_id: string
    outcome: string
    waived_cents: number
    reason: string
    authority: OptionalJson
    entry_id: Optional<string | null>
    document_id: Optional<string | null>
    on_day: Temporal.PlainDate
    at: Temporal.Instant
    by: string
  }
  'monitoring.alarm': {
    agency_id: string
    id: string
    number: GeneratedAlways<number>
    person_id: Optional<string | null>
    unit_id: Optional<string | null>
    incident: string
    kind: string
    zone: Optional<string | null>
    severity: string
    happened_at: Temporal.Instant
    opened_at: Temporal.Instant
    lat: Optional<number | null>
    lon: Optional<number | null>
    why: string
    drill: Optional<boolean>
    opened_by: Optional<string | null>
    after_alarm_id: Optional<string | null>
    acknowledged_at: Optional<Temporal.Instant | null>
    acknowledged_by: Optional<string | null>
    closed_at: Optional<Temporal.Instant | null>
    closed_by: Optional<string | null>
    closed_code: Optional<string | null>
    version: Optional<number>
  }
  'monitoring.alarm_gravity': {
    agency_id: string
    alarm_id: string
    severity: string
  }
  'monitoring.alarm_happening': {
    agency_id: string
    key: string
    alarm_id: string
    incident: string
    kind: string
    severity: string
    said: string
    at: Temporal.Instant
    known_at: Temporal.Instant
    late: boolean
    withdrawn: boolean
    joined: Optional<string | null>
    ends: Optional<string | null>
    ended_at: Optional<Temporal.Instant | null>
  }
  'monitoring.alarm_protocol': {
    agency_id: string
    id: string
    number: GeneratedAlways<number>
    alarm_id: string
    kind: string
    from_at: Temporal.Instant
    content: Json
    guideline_id: Optional<string | null>
  }
  'monitoring.alarm_step': {
    agency_id: string
    id: string
    number: GeneratedAlways<number>
    alarm_id: string
    kind: string
    at: Temporal.Instant
    by: Optional<string | null>
    code: Optional<string>
    happening_key: Optional<string | null>
    note: Optional<string>
    about: OptionalJson
  }
  'monitoring.batch': {
    number: number
    committed_at: Temporal.Instant
    tick_at: Optional<Temporal.Instant | null>
    tick_slot: Optional<number | null>
  }
  'monitoring.channel': {
    agency_id: string
    id: string
    medium: string
    settings: Json
    set_at: Temporal.Instant
    set_by: string
    ended_at: Optional<Temporal.Instant | null>
  }
  'monitoring.command': {
    agency_id: string
    id: string
    unit_id: string
    kind: string
    asked_at: Temporal.Instant
    asked_by: Optional<string | null>
    alarm_id: Optional<string | null>
    sent_at: Optional<Temporal.Instant | null>
    person_id: Optional<string | null>
    keep_until: Optional<Temporal.Instant | null>
    ended_at: Optional<Temporal.Instant | null>
    ended_because: Optional<string | null>
  }
  'monitoring.crowd': {
    agency_id: string
    id: string
    digest: Buffer
    people: number
  }
  'monitoring.crowd_person': {
    agency_id: string
    person_id: string
    crowd_id: string
  }
  'monitoring.dead_spot': {
    agency_id: string
    id: string
    lat: number
    lon: number
    radius_m: number
    note: string
    alarm_id: Optional<string | null>
    added_at: Temporal.Instant
    added_by: string
    ended_at: Optional<Temporal.Instant | null>
    ended_by: Optional<string | null>
  }
  'monitoring.duty': {
    agency_id: string
    id: string
    alarm_id: string
    kind: string
    made_at: Temporal.Instant
    due_at: Temporal.Instant
    escalate_at: Optional<Temporal.Instant | null>
    missed_at: Optional<Temporal.Instant | null>
    done_at: Optional<Temporal.Instant | null>
    done_by: Optional<string | null>
    dropped: Optional<boolean>
  }
  'monitoring.fix': {
    agency_id: string
    unit_id: string
    at: Temporal.Instant
    digest: number
    received_at: Temporal.Instant
    batch: number
    person_id: Optional<string | null>
    lat: Optional<number | null>
    lon: Optional<number | null>
    accuracy: Optional<number | null>
    speed: Optional<number | null>
    course: Optional<number | null>
    battery: Optional<number | null>
    satellites: Optional<number | null>
    flags: Optional<number>
    extra: OptionalJson
  }
  'monitoring.gap': {
    agency_id: string
    id: string
    kind: string
    post: string
    from_at: Temporal.Instant
    to_at: Optional<Temporal.Instant | null>
    found_at: Temporal.Instant
    warned_at: Optional<Temporal.Instant | null>
    asked: Optional<number>
    asked_at: Optional<Temporal.Instant | null>
    closed_at: Optional<Temporal.Instant | null>
    closed_because: Optional<string | null>
  }
  'monitoring.gap_asked': {
    agency_id: string
    gap_id: string
    staff_id: string
    at: Temporal.Instant
    message_id: Optional<string | null>
  }
  'monitoring.guideline': {
    agency_id: string
    id: string
    subject: string
    number: number
    content: Json
    reason: string
    from_at: Temporal.Instant
    entered_at: Temporal.Instant
    entered_by: string
    approved_at: Optional<Temporal.Instant | null>
    approved_by: Optional<string | null>
    approval_clause: Optional<string | null>
    effective_at: Optional<Temporal.Instant | null>
    withdrawn_at: Optional<Temporal.Instant | null>
    withdrawn_by: Optional<string | null>
    withdrawal_reason: Optional<string | null>
  }
  'monitoring.hand_over': {
    agency_id: string
    id: string
    presence_id: string
    note: string
    open: Json
    written_at: Temporal.Instant
    taken_at: Optional<Temporal.Instant | null>
    taken_in: Optional<string | null>
  }
  'monitoring.happening': {
    agency_id: string
    key: string
    person_id: string
    kind: string
    zone: Optional<string | null>
    severity: string
    at: Temporal.Instant
    known_at: Temporal.Instant
    confirmed_at: Temporal.Instant
    late: boolean
    withdrawn: boolean
    joined: Optional<string | null>
    ends: Optional<string | null>
    cause: Optional<string | null>
    incident: string
    evidence: Json
    batch: number
  }
  'monitoring.heartbeat': {
    only_row: Optional<boolean>
    started_at: Temporal.Instant
    evaluated_at: Temporal.Instant
    batch: number
    people: number
    waiting: number
    not_evaluated: Optional<number>
    put_off: Optional<number>
  }
  'monitoring.help_request': {
    agency_id: string
    id: string
    number: number
    called_at: Temporal.Instant
    logged_at: Temporal.Instant
    logged_by: string
    caller: string
    phone: Optional<string>
    kind: string
    request: string
    person_id: Optional<string | null>
    due_at: Temporal.Instant
    answered_at: Optional<Temporal.Instant | null>
    answered_by: Optional<string | null>
    answer: Optional<string | null>
    version: Optional<number>
  }
  'monitoring.look': {
    agency_id: string
    id: string
    at: Temporal.Instant
    actor: string
    sitting: string
    purpose: string
    why: Optional<string>
    scope: string
    period_from: Temporal.Instant
    period_to: Temporal.Instant
    crowd_id: string
    alarm_id: Optional<string | null>
  }
  'monitoring.message': {
    agency_id: string
    id: string
    medium: string
    address: string
    recipient: Optional<string>
    title: Optional<string>
    body: string
    alarm_id: Optional<string | null>
    gap_id: Optional<string | null>
    help_request_id: Optional<string | null>
    trial: Optional<boolean>
    asked_at: Temporal.Instant
    asked_by: Optional<string | null>
    state: string
    state_at: Temporal.Instant
    tries: Optional<number>
    reference: Optional<string>
    report_digest: Optional<Buffer | null>
  }
  'monitoring.message_step': {
    agency_id: string
    message_id: string
    number: number
    kind: string
    at: Temporal.Instant
    detail: Optional<string>
  }
  'monitoring.on_call': {
    agency_id: string
    id: string
    staff_id: string
    place: number
    from_at: Temporal.Instant
    to_at: Optional<Temporal.Instant | null>
    entered_at: Temporal.Instant
    entered_by: Optional<string | null>
    ended_at: Optional<Temporal.Instant | null>
    version: Optional<number>
  }
  'monitoring.presence': {
    agency_id: string
    id: string
    staff_id: string
    post: string
    shift_id: Optional<string | null>
    from_at: Temporal.Instant
    to_at: Optional<Temporal.Instant | null>
  }
  'monitoring.put_off': {
    agency_id: string
    subject: string
    what: string
    first_at: Temporal.Instant
    until_at: Temporal.Instant
    faults: Optional<number>
    fault: string
  }
  'monitoring.set_aside': {
    id: GeneratedAlways<number>
    agency_id: Optional<string | null>
    unit_id: Optional<string | null>
    received_at: Temporal.Instant
    door: string
    reason: string
    detail: string
    address: string
    body: string
  }
  'monitoring.shift': {
    agency_id: string
    id: string
    staff_id: string
    post: string
    from_at: Temporal.Instant
    to_at: Temporal.Instant
    planned_at: Temporal.Instant
    planned_by: Optional<string | null>
    cancelled_at: Optional<Temporal.Instant | null>
    cancelled_by: Optional<string | null>
    cancelled_because: Optional<string | null>
    version: Optional<number>
  }
  'monitoring.signal': {
    agency_id: string
    unit_id: string
    at: Temporal.Instant
    digest: number
    received_at: Temporal.Instant
    batch: number
    person_id: Optional<string | null>
    event: string
    content: Json
    extra: OptionalJson
  }
  'monitoring.silence': {
    agency_id: string
    id: string
    last_evaluated_at: Optional<Temporal.Instant | null>
    found_at: Temporal.Instant
    told: number
    ended_at: Optional<Temporal.Instant | null>
  }
  'monitoring.snapshot': {
    agency_id: string
    person_id: string
    batch: number
    taken_at: Temporal.Instant
    state: Json
  }
  'monitoring.staff': {
    agency_id: string
    id: string
    account_id: Optional<string | null>
    name: string
    phone: Optional<string>
    email: Optional<string>
    texts: Optional<boolean>
    note: Optional<string>
    added_at: Temporal.Instant
    ended_at: Optional<Temporal.Instant | null>
    version: Optional<number>
  }
  'monitoring.standing': {
    agency_id: string
    unit_id: string
    person_id: Optional<string | null>
    contact_at: Temporal.Instant
    clock_offset_ms: Optional<number | null>
    battery: Optional<number | null>
    charging: Optional<boolean | null>
    at: Optional<Temporal.Instant | null>
    lat: Optional<number | null>
    lon: Optional<number | null>
    accuracy: Optional<number | null>
    speed: Optional<number | null>
    course: Optional<number | null>
    matters: Optional<string[]>
  }
  'monitoring.told': {
    agency_id: string
    id: GeneratedAlways<number>
    kind: string
    person_id: Optional<string | null>
    unit_id: Optional<string | null>
    at: Temporal.Instant
    told_at: Temporal.Instant
    content: Json
    batch: Optional<number | null>
  }
  'monitoring.unit_incident': {
    agency_id: string
    alarm_id: string
    unit_id: string
    kind: string
    first_at: Temporal.Instant
    last_at: Temporal.Instant
    times: number
    is_over: Optional<boolean>
  }
  'monitoring.v_alarm': {
    agency_id: string
    id: string
    number: number
    person_id: string | null
    unit_id: string | null
    incident: string
    kind: string
    zone: string | null
    severity: string
    happened_at: Temporal.Instant
    opened_at: Temporal.Instant
    lat: number | null
    lon: number | null
    why: string
    drill: boolean
    after_alarm_id: string | null
    happenings: number | null
    withdrawn: boolean
    late: boolean
    ended_at: Temporal.Instant | null
    acknowledged_at: Temporal.Instant | null
    acknowledged_by: string | null
    closed_at: Temporal.Instant | null
    closed_by: string | null
    closed_code: string | null
    version: number
    next_duty: string | null
    next_due_at: Temporal.Instant | null
    next_missed_at: Temporal.Instant | null
  }
  'monitoring.v_alarm_held': {
    agency_id: string
    alarm_id: string
    held_by: string | null
  }
  'monitoring.v_alarm_step': {
    agency_id: string
    id: string
    number: number
    alarm_id: string
    kind: string
    at: Temporal.Instant
    by: string | null
    code: string
    happening_key: string | null
    note: string
    about: Json
  }
  'monitoring.v_crowd_person': {
    agency_id: string
    crowd_id: string
    person_id: string
  }
  'monitoring.v_dispatch_asked': {
    agency_id: string
    alarm_id: string
    asked_at: Temporal.Instant | null
    asked_by: string | null
  }
  'monitoring.v_duty_owed': {
    agency_id: string
    alarm_id: string
    kind: string
    due_at: Temporal.Instant
    missed_at: Temporal.Instant | null
  }
  'monitoring.v_gap': {
    agency_id: string
    id: string
    kind: string
    post: string
    from_at: Temporal.Instant
    to_at: Temporal.Instant | null
    found_at: Temporal.Instant
    warned_at: Temporal.Instant | null
    asked: number
    asked_at: Temporal.Instant | null
    closed_at: Temporal.Instant | null
    closed_because: string | null
  }
  'monitoring.v_guideline': {
    agency_id: string
    id: string
    subject: string
    number: number
    content: Json
    reason: string
    from_at: Temporal.Instant
    entered_at: Temporal.Instant
    entered_by: string
    approved_at: Temporal.Instant | null
    approved_by: string | null
    approval_clause: string | null
    effective_at: Temporal.Instant | null
    withdrawn_at: Temporal.Instant | null
    withdrawn_by: string | null
    withdrawal_reason: string | null
  }
  'monitoring.v_hand_over': {
    agency_id: string
    id: string
    post: string
    account_id: string | null
    name: string
    written_at: Temporal.Instant
    taken_at: Temporal.Instant | null
  }
  'monitoring.v_happening': {
    agency_id: string
    key: string
    person_id: string
    kind: string
    zone: string | null
    severity: string
    at: Temporal.Instant
    known_at: Temporal.Instant
    confirmed_at: Temporal.Instant
    late: boolean
    withdrawn: boolean
    joined: string | null
    ends: string | null
    cause: string | null
    incident: string
    evidence: Json
    batch: number
  }
  'monitoring.v_help_request': {
    agency_id: string
    id: string
    number: number
    called_at: Temporal.Instant
    logged_at: Temporal.Instant
    logged_by: string
    caller: string
    phone: string
    kind: string
    request: string
    person_id: string | null
    due_at: Temporal.Instant
    answered_at: Temporal.Instant | null
    answered_by: string | null
    answer: string | null
    version: number
  }
  'monitoring.v_look': {
    agency_id: string
    id: string
    at: Temporal.Instant
    actor: string
    sitting: string
    purpose: string
    why: string
    scope: string
    period_from: Temporal.Instant
    period_to: Temporal.Instant
    alarm_id: string | null
    crowd_id: string
    people: number
  }
  'monitoring.v_message': {
    agency_id: string
    id: string
    medium: string
    address: string
    recipient: string
    title: string
    body: string
    alarm_id: string | null
    gap_id: string | null
    help_request_id: string | null
    trial: boolean
    asked_at: Temporal.Instant
    asked_by: string | null
    state: string
    state_at: Temporal.Instant
    tries: number
    reference: string
  }
  'monitoring.v_presence': {
    agency_id: string
    id: string
    staff_id: string
    account_id: string | null
    name: string
    phone: string
    post: string
    shift_id: string | null
    from_at: Temporal.Instant
    to_at: Temporal.Instant | null
  }
  'monitoring.v_standing': {
    agency_id: string
    unit_id: string
    person_id: string | null
    contact_at: Temporal.Instant
    clock_offset_ms: number | null
    battery: number | null
    charging: boolean | null
    at: Temporal.Instant | null
    lat: number | null
    lon: number | null
    accuracy: number | null
    speed: number | null
    course: number | null
    matters: string[]
  }
  'monitoring.v_timeline': {
    agency_id: string
    person_id: string | null
    enrolment_id: string | null
    at: Temporal.Instant | null
    on_day: Temporal.PlainDate | null
    kind: string
    about: Json | null
    actor: string | null
  }
  'monitoring.v_untold': {
    agency_id: string
    id: string
    alarm_id: string
    gap_id: string | null
    account_id: string | null
    recipient: string | null
    address: string | null
    asked_at: Temporal.Instant | null
  }
  'people.address': {
    agency_id: string
    id: string
    person_id: string
    line1: string
    line2: Optional<string>
    city: string
    state: string
    zip: Optional<string>
    latitude: Optional<number | null>
    longitude: Optional<number | null>
    placed_by: Optional<string | null>
    from_day: Temporal.PlainDate
    until_day: Optional<Temporal.PlainDate | null>
    added_at: Temporal.Instant
    added_by: Optional<string | null>
  }
  'people.alias': {
    agency_id: string
    id: string
    person_id: string
    family_name: string
    given_names: string
    added_at: Temporal.Instant
    ended_at: Optional<Temporal.Instant | null>
  }
  'people.emergency_contact': {
    agency_id: string
    id: string
    person_id: string
    name: string
    relation: string
    address: string
    phone: string
    added_at: Temporal.Instant
    ended_at: Optional<Temporal.Instant | null>
  }
  'people.identifier': {
    agency_id: string
    id: string
    person_id: string
    kind: string
    issuer: Optional<string>
    sealed: string
    lookup: Buffer
    ending: string
    added_at: Temporal.Instant
    ended_at: Optional<Temporal.Instant | null>
    end_reason: Optional<string | null>
  }
  'people.person': {
    agency_id: string
    id: string
    family_name: string
    given_names: string
    suffix: Optional<string>
    birth_date: Optional<Temporal.PlainDate | null>
    sex: Optional<string | null>
    birth_place: Optional<string>
    race: Optional<string>
    language: Optional<string>
    description: Optional<string>
    photo_paper_id: Optional<string | null>
    created_at: Temporal.Instant
    created_by: Optional<string | null>
    version: Optional<number>
  }
  'people.phone': {
    agency_id: string
    id: string
    person_id: string
    number: string
    kind: string
    added_at: Temporal.Instant
    ended_at: Optional<Temporal.Instant | null>
  }
  'people.search_key': {
    agency_id: string
    person_id: string
    source_id: string
    kind: string
    key: string
    ended_at: Optional<Temporal.Instant | null>
  }
  'people.v_address': {
    agency_id: string
    id: string
    person_id: string
    line1: string
    line2: string
    city: string
    state: string
    zip: string
    latitude: number | null
    longitude: number | null
    placed_by: string | null
    from_day: Temporal.PlainDate
    until_day: Temporal.PlainDate | null
  }
  'people.v_alias': {
    agency_id: string
    id: string
    person_id: string
    family_name: string
    given_names: string
    added_at: Temporal.Instant
  }
  'people.v_emergency_contact': {
    agency_id: string
    id: string
    person_id: string
    name: string
    relation: string
    address: string
    phone: string
    added_at: Temporal.Instant
  }
  'people.v_identifier': {
    agency_id: string
    id: string
    person_id: string
    kind: string
    issuer: string
    ending: string
    added_at: Temporal.Instant
  }
  'people.v_person': {
    agency_id: string
    id: string
    family_name: string
    given_names: string
    suffix: string
    birth_date: Temporal.PlainDate | null
    sex: string | null
    birth_place: string
    race: string
    language: string
    description: string
    photo_paper_id: string | null
    created_at: Temporal.Instant
    version: number
    line1: string | null
    line2: string | null
    city: string | null
    state: string | null
    zip: string | null
    latitude: number | null
    longitude: number | null
    placed_by: string | null
  }
  'people.v_phone': {
    agency_id: string
    id: string
    person_id: string
    number: string
    kind: string
    added_at: Temporal.Instant
  }
  'people.v_search_key': {
    agency_id: string
    person_id: string
    source_id: string
    kind: string
    key: string
  }
  'people.v_timeline': {
    agency_id: string
    person_id: string
    enrolment_id: string | null
    at: Temporal.Instant | null
    on_day: Temporal.PlainDate | null
    kind: string
    about: Json | null
    actor: string | null
  }
  'platform.answer': {
    agency_id: string
    actor: string
    key: string
    verb: string
    input_digest: Buffer
    result: OptionalJson
    at: Temporal.Instant
  }
  'platform.demonstration_clock': {
    only_row: Optional<boolean>
    ahead_seconds: number
  }
  'platform.document': {
    agency_id: string
    id: string
    kind: string
    title: string
    person_id: Optional<string | null>
    about: OptionalJson
    data: Json
    language: string
    asked_at: Temporal.Instant
    asked_by: Optional<string | null>
    paper_id: Optional<string | null>
    failure: Optional<string | null>
  }
  'platform.event': {
    id: GeneratedAlways<number>
    xid: Optional<string>
    agency_id: string
    at: Temporal.Instant
    kind: string
    subject: Json
    actor: Optional<string | null>
  }
  'platform.news': {
    number: number
    agency_id: string
    at: Temporal.Instant
    kind: string
    subject: Json
  }
  'platform.paper': {
    agency_id: string
    id: string
    kind: string
    title: string
    media_type: string
    size_bytes: number
    sha256: Buffer
    person_id: Optional<string | null>
    about: OptionalJson
    added_at: Temporal.Instant
    added_by: Optional<string | null>
  }
  'platform.paper_bytes': {
    agency_id: string
    paper_id: string
    bytes: Buffer
  }
  'platform.v_document': {
    agency_id: string
    id: string
    kind: string
    title: string
    person_id: string | null
    about: Json
    asked_at: Temporal.Instant
    asked_by: string | null
    paper_id: string | null
    failure: string | null
  }
  'platform.v_paper': {
    agency_id: string
    id: string
    kind: string
    title: string
    media_type: string
    size_bytes: number
    person_id: string | null
    about: Json
    added_at: Temporal.Instant
    added_by: string | null
  }
  'programs.counter': {
    agency_id: string
    kind: string
    year: number
    last: number
  }
  'programs.enrolment': {
    agency_id: string
    id: string
    person_id: string
    pack: string
    number: string
    opened_on: Temporal.PlainDate
    opened_at: Temporal.Instant
    version: Optional<number>
  }
  'programs.enrolment_commitment': {
    agency_id: string
    id: string
    enrolment_id: string
    commitment_id: string
    joined_at: Temporal.Instant
    joined_by: Optional<string | null>
  }
  'programs.good_time_loss': {
    agency_id: string
    id: string
    enrolment_id: string
    number: number
    commitment_id: string
    days: number
    returned_on: Temporal.PlainDate
    ending: string
    on_day: Temporal.PlainDate
    instead_of: Optional<string | null>
    reason: string
    clause: string
    document_id: Optional<string | null>
    decided_on: Temporal.PlainDate
    decided_at: Temporal.Instant
    decided_by: string
  }
  'programs.parameter': {
    agency_id: string
    id: string
    pack: string
    name: string
    value: Json
    from_day: Temporal.PlainDate
    authority: string
    resolution: string
    entered_at: Temporal.Instant
    entered_by: string
    approved_at: Optional<Temporal.Instant | null>
    approved_by: Optional<string | null>
    withdrawn_at: Optional<Temporal.Instant | null>
    withdrawn_by: Optional<string | null>
    withdrawal_reason: Optional<string | null>
  }
  'programs.standing': {
    agency_id: string
    enrolment_id: string
    from_day: Temporal.PlainDate
    until_day: Temporal.PlainDate
    state: string
    since: Temporal.PlainDate
  }
  'programs.step': {
    agency_id: string
    id: string
    enrolment_id: string
    number: number
    kind: string
    on_day: Temporal.PlainDate
    at: Temporal.Instant
    by: Optional<string | null>
    note: Optional<string>
    about: OptionalJson
  }
  'programs.v_enrolment': {
    agency_id: string
    id: string
    person_id: string
    pack: string
    number: string
    opened_on: Temporal.PlainDate
    opened_at: Temporal.Instant
    version: number
    worksheet_id: string | null
    worksheet_number: number | null
    adjusted_days: number | null
    release_day: Temporal.PlainDate | null
  }
  'programs.v_enrolment_commitment': {
    agency_id: string
    enrolment_id: string
    commitment_id: string
    joined_at: Temporal.Instant
    joined_by: string | null
  }
  'programs.v_good_time_loss': {
    agency_id: string
    id: string
    enrolment_id: string
    number: number
    commitment_id: string
    days: number
    returned_on: Temporal.PlainDate
    ending: string
    on_day: Temporal.PlainDate
    instead_of: string | null
    reason: string
    clause: string
    document_id: string | null
    decided_on: Temporal.PlainDate
    decided_at: Temporal.Instant
    decided_by: string
    stands: boolean
  }
  'programs.v_parameter': {
    agency_id: string
    id: string
    pack: string
    name: string
    value: Json
    from_day: Temporal.PlainDate
    authority: string
    resolution: string
    entered_at: Temporal.Instant
    entered_by: string
    approved_at: Temporal.Instant | null
    approved_by: string | null
    withdrawn_at: Temporal.Instant | null
    withdrawn_by: string | null
    withdrawal_reason: string | null
  }
  'programs.v_standing': {
    agency_id: string
    enrolment_id: string
    state: string
    since: Temporal.PlainDate
  }
  'programs.v_step': {
    agency_id: string
    id: string
    enrolment_id: string
    number: number
    kind: string
    on_day: Temporal.PlainDate
    at: Temporal.Instant
    by: string | null
    note: string
    about: Json
  }
  'programs.v_timeline': {
    agency_id: string
    person_id: string
    enrolment_id: string
    at: Temporal.Instant
    on_day: Temporal.PlainDate
    kind: string
    about: Json
    actor: string | null
  }
  'programs.v_worksheet': {
    agency_id: string
    id: string
    enrolment_id: string
    number: number
    cause: string
    computed_on: Temporal.PlainDate
    computed_at: Temporal.Instant
    computed_by: string | null
    input: Json
    result: Json
    adjusted_days: number | null
    release_day: Temporal.PlainDate | null
    pack: string
    pack_version: string
    pack_hash: string
    reading: string
    reading_by: string | null
    reading_reason: string
  }
  'programs.worksheet': {
    agency_id: string
    id: string
    enrolment_id: string
    number: number
    cause: string
    computed_on: Temporal.PlainDate
    computed_at: Temporal.Instant
    computed_by: Optional<string | null>
    input: Json
    result: Json
    adjusted_days: Optional<number | null>
    release_day: Optional<Temporal.PlainDate | null>
    pack: string
    pack_version: string
    pack_hash: string
    reading: string
    reading_by: Optional<string | null>
    reading_reason: Optional<string>
  }
  'work.attendance': {
    agency_id: string
    id: string
    contract_day_id: string
    number: number
    mark: string
    minutes: Optional<number | null>
    credited_days: number
    credit: Json
    excuse: Optional<string | null>
    verification: Optional<string>
    paper_id: Optional<string | null>
    note: Optional<string>
    source: string
    marked_at: Temporal.Instant
    marked_by: string
    superseded_at: Optional<Temporal.Instant | null>
  }
  'work.capacity_plan': {
    agency_id: string
    id: string
    site_id: string
    from_day: Temporal.PlainDate
    places: number[]
    entered_at: Temporal.Instant
    entered_by: Optional<string | null>
  }
  'work.circumstances': {
    agency_id: string
    id: string
    enrolment_id: string
    number: number
    employed: Optional<boolean | null>
    limits: Optional<string[] | null>
    exceptions: Json
    available_weekdays: Optional<number[] | null>
    unavailable_days: Json
    not_before: Optional<Temporal.PlainDate | null>
    not_before_reason: Optional<string>
    reach: Json
    noted_at: Temporal.Instant
    noted_by: Optional<string | null>
  }
  'work.contract': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    version: number
    purpose: string
    days_owed: number
    decision: Json
    reason: Optional<string>
    early_start_id: Optional<string | null>
    document_id: string
    made_at: Temporal.Instant
    made_by: string
  }
  'work.contract_day': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    site_id: string
    day: Temporal.PlainDate
    from_version: number
    until_version: Optional<number | null>
    freed_at: Optional<Temporal.Instant | null>
    rescheduled_in: Optional<number | null>
  }
  'work.day_exception': {
    agency_id: string
    id: string
    site_id: string
    on_day: Temporal.PlainDate
    kind: string
    places: number
    note: Optional<string>
    entered_at: Temporal.Instant
    entered_by: Optional<string | null>
    ended_at: Optional<Temporal.Instant | null>
  }
  'work.early_start': {
    agency_id: string
    id: string
    enrolment_id: string
    reason: string
    allowed_at: Temporal.Instant
    allowed_by: string
  }
  'work.holiday': {
    agency_id: string
    id: string
    on_day: Temporal.PlainDate
    name: string
    entered_at: Temporal.Instant
    entered_by: Optional<string | null>
    ended_at: Optional<Temporal.Instant | null>
  }
  'work.missed_day_answer': {
    agency_id: string
    id: string
    contract_day_id: string
    answer: string
    reason: string
    answered_at: Temporal.Instant
    answered_by: string
  }
  'work.progress': {
    agency_id: string
    enrolment_id: string
    person_id: string
    days: number
    first_day: Temporal.PlainDate
    last_day: Temporal.PlainDate
    credited_days: number
    open_days: number
    lost_days: number
  }
  'work.roster_record': {
    agency_id: string
    id: string
    site_id: string
    week: Temporal.PlainDate
    kind: string
    on_day: Temporal.PlainDate
    how: string
    note: Optional<string>
    paper_id: Optional<string | null>
    recorded_at: Temporal.Instant
    recorded_by: string
  }
  'work.schedule': {
    agency_id: string
    enrolment_id: string
    version: number
  }
  'work.site': {
    agency_id: string
    id: string
    name: string
    organization: string
    kind: string
    line1: string
    line2: Optional<string>
    city: string
    state: string
    zip: Optional<string>
    latitude: Optional<number | null>
    longitude: Optional<number | null>
    placed_by: Optional<string | null>
    contract_reference: Optional<string>
    contract_signed_on: Optional<Temporal.PlainDate | null>
    contract_from: Optional<Temporal.PlainDate | null>
    contract_until: Optional<Temporal.PlainDate | null>
    tasks: string
    demands: Optional<string>
    cannot_take: Optional<string[]>
    meeting_point: string
    directions: Optional<string>
    report_at: string
    day_minutes: number
    supervisor_name: string
    supervisor_phone: string
    languages: Optional<string[]>
    created_at: Temporal.Instant
    version: Optional<number>
  }
  'work.site_day': {
    agency_id: string
    site_id: string
    day: Temporal.PlainDate
    capacity: number
    taken: number
  }
  'work.site_supervisor': {
    agency_id: string
    id: string
    site_id: string
    account_id: string
    linked_at: Temporal.Instant
    linked_by: Optional<string | null>
    ended_at: Optional<Temporal.Instant | null>
  }
  'work.unmarked_day': {
    agency_id: string
    contract_day_id: string
    enrolment_id: string
    site_id: string
    day: Temporal.PlainDate
  }
  'work.v_completion_candidate': {
    agency_id: string | null
    enrolment_id: string | null
    person_id: string | null
    adjusted_days: number | null
    credited_days: number | null
    last_day: Temporal.PlainDate | null
  }
  'work.v_contract': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    version: number
    purpose: string
    days_owed: number
    document_id: string
    made_at: Temporal.Instant
    made_by: string
    days: number | null
    first_day: Temporal.PlainDate | null
    last_day: Temporal.PlainDate | null
    credited_days: number | null
    open_days: number | null
    lost_days: number | null
    adjusted_days: number | null
    days_short: number | null
  }
  'work.v_contract_day': {
    agency_id: string
    id: string
    enrolment_id: string
    person_id: string
    site_id: string
    day: Temporal.PlainDate
    contract_version: number | null
    rescheduled_in: number | null
    mark_number: number | null
    mark: string | null
    minutes: number | null
    hours: number | null
    credited_days: number | null
    excuse: string | null
    verification: string | null
    note: string | null
    source: string | null
    marked_at: Temporal.Instant | null
    marked_by: string | null
    standing: string | null
  }
  'work.v_progress': {
    agency_id: string
    enrolment_id: string
    person_id: string
    days: number
    first_day: Temporal.PlainDate
    last_day: Temporal.PlainDate
    credited_days: number
    open_days: number
    lost_days: number
  }
  'work.v_roster_record': {
    agency_id: string
    id: string
    site_id: string
    week: Temporal.PlainDate
    kind: string
    how: string
    recorded_at: Temporal.Instant
    recorded_by: string
  }
  'work.v_site': {
    agency_id: string
    id: string
    name: string
    organization: string
    kind: string
    line1: string
    line2: string
    city: string
    state: string
    zip: string
    latitude: number | null
    longitude: number | null
    placed_by: string | null
    contract_reference: string
    contract_signed_on: Temporal.PlainDate | null
    contract_from: Temporal.PlainDate | null
    contract_until: Temporal.PlainDate | null
    tasks: string
    demands: string
    cannot_take: string[]
    meeting_point: string
    directions: string
    report_at: string
    day_minutes: number
    supervisor_name: string
    supervisor_phone: string
    languages: string[]
    version: number
  }
  'work.v_site_day': {
    agency_id: string
    site_id: string
    day: Temporal.PlainDate
    capacity: number
    taken: number
  }
  'work.v_timeline': {
    agency_id: string
    person_id: string
    enrolment_id: string
    at: Temporal.Instant | null
    on_day: Temporal.PlainDate | null
    kind: string | null
    about: Json | null
    actor: string | null
  }
  'work.v_unmarked_day': {
    agency_id: string
    contract_day_id: string
    enrolment_id: string
    site_id: string
    day: Temporal.PlainDate
  }
  'work.v_violation_candidate': {
    agency_id: string
    contract_day_id: string
    enrolment_id: string
    person_id: string
    site_id: string
    day: Temporal.PlainDate
    mark: string
    hours: number | null
    marked_at: Temporal.Instant
  }
}
