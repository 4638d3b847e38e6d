import { z } from 'zod'
import type { InputOf } from '../../platform/act.ts'
import { fieldProblem } from '../../platform/problem.ts'
import { cents, day, text } from '../../platform/schemas.ts'
import { levels, modelKinds, signals } from '../codes.ts'

/** What is typed of a model: what an installer and a wearer need to know of it (EMP-A.1). */
export const modelForm = z.strictObject({
  maker: text(80),
  name: text(80),
  kind: z.enum(modelKinds, 'Choose what kind of unit it is.'),
  levels: z.array(z.enum(levels)).min(1, 'Choose at least one way in which it reports.').max(3),
  /** Hours that a full battery lasts (EMP-8.7); null: not known. */
  batteryHours: z.int().min(1).max(1000).nullable(),
  /** Months that a unit serves (EMP-8.7); null: not known. */
  lifeMonths: z.int().min(1).max(240).nullable(),
  strap: text(500, false).default(''),
  water: text(500, false).default(''),
  charging: text(500, false).default(''),
  signals: z.array(z.enum(signals)).max(4),
})

/** A model as typed, after parsing. */
export type ModelForm = InputOf<typeof modelForm>

/** A day's price of a unit of a model (EMP-11.3), in cents: with a person, and on the shelf. */
export const priceForm = z.strictObject({
  fromDay: day,
  inFieldCents: cents.min(0, 'A price is not below zero.').max(1_000_000, 'At most $10,000 a day.'),
  onShelfCents: cents.min(0, 'A price is not below zero.').max(1_000_000, 'At most $10,000 a day.'),
  /** What it stands on: the contract, the quotation. */
  authority: text(200),
})

export type PriceForm = InputOf<typeof priceForm>

/** The columns of a model as typed; the lists in the order of the codes. */
export const modelColumns = (form: ModelForm) => ({
  maker: form.maker,
  name: form.name,
  kind: form.kind,
  levels: levels.filter((level) => form.levels.includes(level)),
  battery_hours: form.batteryHours,
  life_months: form.lifeMonths,
  strap: form.strap,
  water: form.water,
  charging: form.charging,
  signals: signals.filter((signal) => form.signals.includes(signal)),
})

/** The refusal of a model that is there already. */
export const secondModel = (form: ModelForm) =>
  fieldProblem('name', `There is a model "${form.maker} ${form.name}" already.`)
