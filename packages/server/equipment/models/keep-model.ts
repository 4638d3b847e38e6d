import { randomUUID } from 'node:crypto'
import { type Verb, verb, type Work } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { fieldProblem, notFound } from '../../platform/problem.ts'
import { levels, tellsPlaces } from '../codes.ts'
import { type ModelForm, modelColumns, secondModel } from './model-form.ts'
import { modelOf } from './model-list.ts'

/**
 * Adds a model of units.
 * @throws Problem `cannot-be` when there is one of that maker and name
 */
export const addModel = verb(
  'equipment.add-model',
  async (work, form: ModelForm): Promise<{ id: string }> => {
    const { ctx, db, emit } = work
    await refuseSecond(work, form, null)
    const id = randomUUID()
    await db
      .insertInto('equipment.model')
      .values({
        agency_id: ctx.agency.id,
        id,
        ...modelColumns(form),
        positions: tellsPlaces(form.kind),
        added_at: ctx.now,
      })
      .execute()
    await emit('equipment.model-added', { model: id })
    return { id }
  },
)

/** `version`: of the model as the page showed it. */
export interface ChangeModel {
  modelId: string
  version: number
  form: ModelForm
}

/**
 * Changes a model. What kind it is stays: units on people are followed by it. A way of reporting that somebody
 * is followed by stays too.
 * @throws Problem `not-found`, `conflict`; `cannot-be` at the field
 */
export const changeModel: Verb<'equipment', ChangeModel, { version: number }> = verb(
  'equipment.change-model',
  async (work, { modelId, version, form }: ChangeModel) => {
    const { db, emit } = work
    const model = await db
      .selectFrom('equipment.model')
      .selectAll()
      .where('id', '=', modelId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!model) throw notFound('model')
    if (model.version !== version)
      throw await changedMeanwhile(work, {
        room: 'equipment',
        record: 'model',
        rowId: modelId,
        name: `${model.maker} ${model.name}`,
        current: { ...modelOf(model), version: model.version },
      })
    if (form.kind !== model.kind)
      throw fieldProblem('kind', 'The kind of a model stays what it was. Add another model.')
    await refuseSecond(work, form, modelId)
    await refuseLevelInUse(work, modelId, form)
    await db
      .updateTable('equipment.model')
      .set({ ...modelColumns(form), version: version + 1 })
      .where('id', '=', modelId)
      .execute()
    await emit('equipment.model-changed', { model: modelId })
    return { version: version + 1 }
  },
)

async function refuseSecond(
  { db }: Work<'equipment'>,
  form: ModelForm,
  except: string | null,
): Promise<void> {
  const same = await db
    .selectFrom('equipment.model')
    .select('id')
    .where(({ fn }) => fn<string>('lower', ['maker']), '=', form.maker.toLowerCase())
    .where(({ fn }) => fn<string>('lower', ['name']), '=', form.name.toLowerCase())
    .execute()
  if (same.some((model) => model.id !== except)) throw secondModel(form)
}

async function refuseLevelInUse({ db }: Work<'equipment'>, modelId: string, form: ModelForm): Promise<void> {
  const inUse = await db
    .selectFrom('equipment.v_unit')
    .select('level')
    .distinct()
    .where('model_id', '=', modelId)
    .where('state', '=', 'fitted')
    .execute()
  const missing = levels.find(
    (level) => !form.levels.includes(level) && inUse.some((row) => row.level === level),
  )
  if (missing) throw fieldProblem('levels', `Somebody wears a unit of this model that reports "${missing}".`)
}
