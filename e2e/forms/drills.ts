import { callerOf } from '../case/driven.ts'

/** Alarms at which their forms are offered, made as drills: they are worked like any other and reach nobody. */
export interface Drills {
  /** A missed test: a call and an e-mail are due. */
  drill: string
  /** Somebody left a zone: a call, a signal, a call, a line to be written. */
  drillAway: string
  /** A strap: calls, and an officer is sent. */
  drillStrap: string
  /** An operator has it, and asks whether somebody is sent again. */
  drillAsked: string
  drillClosed: string
}

/** Begins the drills as the monitoring center's supervisor of the second office. */
export async function layOutDrills(origin: string): Promise<Drills> {
  const supervisor = await callerOf(origin, 'sac-supervisor')
  const operator = await callerOf(origin, 'sac-operator')
  const begin = async (kind: string) =>
    (await supervisor.post<{ id: string }>('/api/monitoring/drills', { kind, story: 'As if it were real.' }))
      .id
  const drillAsked = await begin('strap')
  await operator.post(`/api/monitoring/alarms/${drillAsked}/ask-dispatch`, {
    where: '12 Elm St',
    note: 'Again',
  })
  const drillClosed = await begin('breath-missed')
  const { record } = await operator.get<{ record: { number: number }[] }>(
    `/api/monitoring/alarms/${drillClosed}`,
  )
  await operator.post(`/api/monitoring/alarms/${drillClosed}/close`, {
    code: 'drill-over',
    seen: record.at(-1)!.number,
  })
  return {
    drill: await begin('breath-missed'),
    drillAway: await begin('zone-left'),
    drillStrap: await begin('strap'),
    drillAsked,
    drillClosed,
  }
}
