import { api, asMultipart } from './client.ts'

/** A scanned paper to be kept: what it is, and whose, when that is known. */
export type PaperToKeep = { file: File; kind: string; title: string; personId?: string }

type Kept = { key: string; paperId?: string }
type Answer = { data?: { paperId: string }; error?: unknown; response: Response }

// The same file chosen for a form that was not accepted at first is not kept a second time.
const kept = new WeakMap<File, Kept>()

/** Sends a paper to the office, where its content tells what it is. @returns its id, or the office's refusal */
export async function keepPaper(paper: PaperToKeep): Promise<Answer> {
  const before = kept.get(paper.file) ?? { key: crypto.randomUUID() }
  if (before.paperId !== undefined) return { data: { paperId: before.paperId }, response: new Response() }
  kept.set(paper.file, before)
  const { data, error, response } = await api.POST('/api/platform/papers', {
    // The document calls bytes a string; what goes over is the file.
    body: { ...paper, file: paper.file as unknown as string },
    bodySerializer: asMultipart,
    headers: { 'idempotency-key': before.key },
  })
  if (data) kept.set(paper.file, { ...before, paperId: data.paperId })
  // After a refusal the next attempt is another; after no answer it is the same one again.
  else if (response.status < 500) kept.delete(paper.file)
  return data ? { data, response } : { error, response }
}
