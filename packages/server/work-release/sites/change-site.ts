import { type Verb, verb } from '../../platform/act.ts'
import { changedMeanwhile } from '../../platform/conflict.ts'
import { notFound } from '../../platform/problem.ts'
import { refreshPlaces } from '../places/refresh-places.ts'
import { checkSite, type SiteForm, siteColumns } from './site-form.ts'
import { refuseSecondName } from './site-name.ts'
import { formOf } from './site-row.ts'

/** `version`: of the site as the page showed it. */
export interface ChangeSite {
  siteId: string
  version: number
  form: SiteForm
}

/**
 * Changes a work site. A contract that ends sooner than people are down for is refused with who they are.
 * @throws Problem `not-found`, `conflict`; `cannot-be` at the field
 */
export const changeSite: Verb<'work', ChangeSite, { version: number }> = verb(
  'work.change-site',
  async (work, { siteId, version, form }: ChangeSite) => {
    const { ctx, db, emit } = work
    checkSite(form, ctx)
    const site = await db
      .selectFrom('work.site')
      .selectAll()
      .where('id', '=', siteId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!site) throw notFound('work site')
    if (site.version !== version)
      throw await changedMeanwhile(work, {
        room: 'work',
        record: 'site',
        rowId: siteId,
        name: site.name,
        current: { ...formOf(site), version: site.version },
      })
    await refuseSecondName(db, form.name, siteId)
    await db
      .updateTable('work.site')
      .set({ ...siteColumns(form), version: version + 1 })
      .where('id', '=', siteId)
      .execute()
    await refreshPlaces(work, siteId, 'contractLastDay')
    await emit('work.site-changed', { site: siteId })
    return { version: version + 1 }
  },
)
