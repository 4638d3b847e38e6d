import { sql } from 'kysely'
import { z } from 'zod'

/**
 * What came of asking: a message waits to be sent, was sent, or reached nobody and a call is needed. In a drill nobody
 * is rung.
 */
export const askedStates = ['waits', 'sent', 'call', 'drill'] as const

/** Whom the watch asked last when a time ran out, with what came of it. */
export const askedLast = z.object({ name: z.string(), phone: z.string(), state: z.enum(askedStates) })
export type AskedLast = z.output<typeof askedLast>

/**
 * The last asking about a duty that is still owed, for a query with the alarm as `a`: `asked`, null where nobody is
 * asked now. Never "sent" by itself: what became of the message is read from the message.
 */
export const lastAsking = sql`lateral (
  select case when s.note = '' then null else jsonb_build_object('name', s.note, 'phone', coalesce(s.about ->> 'phone', ''),
      'state', case coalesce(m.state, s.about ->> 'state')
        when 'asked' then 'waits' when 'sent' then 'sent' when 'delivered' then 'sent' when 'drill' then 'drill'
        else 'call' end) end as asked
  from monitoring.alarm_step s
  left join monitoring.message m on m.agency_id = s.agency_id and m.id::text = s.about ->> 'message'
  where s.agency_id = a.agency_id and s.alarm_id = a.id and s.kind = 'escalated' and exists (
    select from monitoring.duty d
    where d.agency_id = s.agency_id and d.alarm_id = s.alarm_id and d.kind = s.code and d.done_at is null
      and d.made_at <= s.at)
  order by s.number desc limit 1)`
