import { api, asMultipart } from './client.ts'

/** A scanned paper to be kept: what it is, and whose, when that is known. */
export type PaperToKeep = { file: File; kind: string; title: string; personId?: string }

// The same file sent again, because the rest of the form was not accepted, is not kept a second time.
const kept = new WeakMap<File, string>()

/** Sends a paper to the office, where its content tells what it is. @returns its id, or the office's refusal */
export async function keepPaper(paper: PaperToKeep) {
  const key = kept.get(paper.file) ?? crypto.randomUUID()
  kept.set(paper.file, key)
  const answer = await api.POST('/api/platform/papers', {
    // The document calls bytes a string; what goes over is the file.
    body: { ...paper, file: paper.file as unknown as string },
    bodySerializer: asMultipart,
    headers: { 'idempotency-key': key },
  })
  // A refused paper may be sent again under other words.
  if (!answer.response.ok && answer.response.status < 500) kept.delete(paper.file)
  return answer
}
