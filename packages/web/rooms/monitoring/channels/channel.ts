import type { paths } from '../../../api/schema.gen.ts'

/** By which way a kind of message leaves, set or not. */
export type Channel =
  paths['/api/monitoring/channels']['get']['responses']['200']['content']['application/json']['channels'][number]
export type MailServer = Extract<NonNullable<Channel['settings']>, { kind: 'smtp' }>
export type Hook = Extract<NonNullable<Channel['settings']>, { kind: 'hook' }>

export const channelsKey = ['monitoring', 'channels'] as const
