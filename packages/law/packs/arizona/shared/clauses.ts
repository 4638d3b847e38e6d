import type { ClauseEntry } from '../../../pack.types.ts'

/** Every clause of the section, in its order. `own`: part of it is our reading or addition. */
const section: readonly ClauseEntry[] = [
  { id: 'ARS-A', kind: 'do', own: true },
  { id: 'ARS-B.0', kind: 'do', own: false },
  { id: 'ARS-B.1', kind: 'bar', own: true },
  { id: 'ARS-B.2', kind: 'bar', own: false },
  { id: 'ARS-B.3', kind: 'bar', own: false },
  { id: 'ARS-B.4', kind: 'bar', own: false },
  { id: 'ARS-B.5', kind: 'bar', own: false },
  { id: 'ARS-B.6', kind: 'bar', own: false },
  { id: 'ARS-C.1', kind: 'do', own: false },
  { id: 'ARS-C.2', kind: 'require', own: false },
  { id: 'ARS-C.3', kind: 'require', own: false },
  { id: 'ARS-C.4', kind: 'do', own: false },
  { id: 'ARS-D', kind: 'do', own: true },
  { id: 'ARS-E', kind: 'do', own: false },
  { id: 'ARS-F', kind: 'do', own: true },
  { id: 'ARS-G', kind: 'require', own: false },
  { id: 'ARS-H.1', kind: 'do', own: false },
  { id: 'ARS-H.2', kind: 'do', own: true },
  { id: 'ARS-H.3', kind: 'never', own: false },
  { id: 'ARS-I', kind: 'do', own: true },
  { id: 'ARS-J', kind: 'require', own: true },
  { id: 'ARS-K.1', kind: 'require', own: false },
  { id: 'ARS-K.2', kind: 'do', own: true },
  { id: 'ARS-L', kind: 'do', own: false },
  { id: 'ARS-M.1', kind: 'bar', own: false },
  { id: 'ARS-M.2', kind: 'require', own: false },
  { id: 'ARS-M.3', kind: 'require', own: true },
  { id: 'ARS-M.4a', kind: 'require', own: false },
  { id: 'ARS-M.4b', kind: 'require', own: false },
  { id: 'ARS-M.4c', kind: 'require', own: false },
  { id: 'ARS-M.4d', kind: 'require', own: false },
  { id: 'ARS-M.4e', kind: 'require', own: false },
  { id: 'ARS-M.5', kind: 'do', own: false },
  { id: 'ARS-N.1', kind: 'require', own: true },
  { id: 'ARS-N.2', kind: 'require', own: false },
  { id: 'ARS-O.1', kind: 'do', own: false },
  { id: 'ARS-O.2', kind: 'do', own: false },
  { id: 'ARS-P', kind: 'do', own: false },
  { id: 'ARS-Q', kind: 'do', own: true },
]

/** The clauses of those subsections (`B` is B.0 to B.6, `H.3` itself), in the order of the section. */
export const clausesOf = (...subsections: readonly string[]): readonly ClauseEntry[] =>
  section.filter(({ id }) => subsections.some((s) => id === `ARS-${s}` || id.startsWith(`ARS-${s}.`)))
