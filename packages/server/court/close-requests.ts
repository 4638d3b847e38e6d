import type { Checklist } from '@inlieu/law'
import type { Work } from '../platform/act.ts'

/** Requests to the court of which nothing is missing any more are answered now. */
export async function closeRequests(
  { ctx, db }: Work<'court'>,
  commitmentId: string,
  checklist: Checklist,
): Promise<void> {
  const open = await db
    .selectFrom('court.request')
    .select(['id', 'items'])
    .where('commitment_id', '=', commitmentId)
    .where('answered_at', 'is', null)
    .execute()
  for (const request of open) {
    if ((request.items as string[]).some((item) => stillOwed(checklist, item))) continue
    await db.updateTable('court.request').set({ answered_at: ctx.now }).where('id', '=', request.id).execute()
  }
}

// An item that somebody set back to "not looked at" is not an answer of the court.
function stillOwed(checklist: Checklist, item: string): boolean {
  if (item === 'original-or-certified-copy') return checklist.askCourt.includes(item)
  return checklist.items.some((checked) => checked.name === item && checked.state !== 'present')
}
