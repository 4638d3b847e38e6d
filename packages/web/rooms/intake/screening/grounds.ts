import type { ScreeningPage } from '../queries.ts'

/** The clauses a denial can rest on, each once with everything found under it. */
export function groundsOf(page: ScreeningPage) {
  const grounds = page.findings.filter(({ isGround }) => isGround)
  return [...new Set(grounds.map(({ clause }) => clause))].map((clause) => ({
    clause,
    text: grounds.filter((finding) => finding.clause === clause).map(({ text }) => text),
  }))
}
