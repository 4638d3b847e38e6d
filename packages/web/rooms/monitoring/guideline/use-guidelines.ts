import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client.ts'
import { answer } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.gen.ts'
import { useLiveQuery } from '../../../parts/live/live.ts'

type Read<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type GuidelineList = Read<'/api/monitoring/guidelines'>
export type Guideline = GuidelineList['guidelines'][number]
export type GuidelineDetail = Read<'/api/monitoring/guidelines/{subject}'>
export type Version = GuidelineDetail['versions'][number]
export type Subject = Guideline['subject']
export type Protocol = NonNullable<Version['protocol']>
export type ProtocolStep = Protocol['steps'][number]
export type NumberRow = GuidelineDetail['rows'][number]

/** Where everything of the guidelines stands in the cache. */
export const guidelinesKey = ['monitoring', 'guidelines'] as const

const heard = ['monitoring.guideline-*']

/** What applies now of everything, and what waits for approval. */
export function useGuidelines() {
  useLiveQuery(heard, guidelinesKey)
  return useQuery({
    queryKey: [...guidelinesKey, 'all'],
    queryFn: () => answer(api.GET('/api/monitoring/guidelines')),
  })
}

/** One guideline with its versions. */
export function useGuideline(subject: Subject) {
  useLiveQuery(heard, guidelinesKey)
  return useQuery({
    queryKey: [...guidelinesKey, subject],
    queryFn: () => answer(api.GET('/api/monitoring/guidelines/{subject}', { params: { path: { subject } } })),
  })
}
