import { randomUUID } from 'node:crypto'
import { verb } from '../../platform/act.ts'
import { checkSite, type SiteForm, siteColumns } from './site-form.ts'
import { refuseSecondName } from './site-name.ts'

/**
 * Opens a work site (WAP-SITE.1). It takes nobody before it has a signed contract and places.
 * @throws Problem `cannot-be` at the field
 */
export const openSite = verb('work.open-site', async (work, form: SiteForm): Promise<{ id: string }> => {
  const { ctx, db, emit } = work
  checkSite(form, ctx)
  await refuseSecondName(db, form.name, null)
  const id = randomUUID()
  await db
    .insertInto('work.site')
    .values({ agency_id: ctx.agency.id, id, ...siteColumns(form), created_at: ctx.now })
    .execute()
  await emit('work.site-opened', { site: id })
  return { id }
})
