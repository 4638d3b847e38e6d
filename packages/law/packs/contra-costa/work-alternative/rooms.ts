import type { NotRule } from '../../../pack.types.ts'

/** Clauses that no rule of the engine carries, and the room of the product that does. */
export const notRules: readonly NotRule[] = [
  { clause: 'WAP-DEF.2', room: 'programs' },
  { clause: 'WAP-FEE.0', room: 'money' },
  { clause: 'WAP-SITE.3', room: 'work' },
  { clause: 'WAP-BOOK.1', room: 'intake' },
  { clause: 'WAP-BOOK.2', room: 'intake' },
  { clause: 'WAP-BOOK.3', room: 'intake' },
  { clause: 'WAP-BOOK.9', room: 'work' },
  { clause: 'WAP-BOOK.11', room: 'work' },
  { clause: 'WAP-SENT.1', room: 'programs' },
  { clause: 'WAP-P2.4', room: 'intake' },
  { clause: 'WAP-P3.1', room: 'money' },
  { clause: 'WAP-P6.2', room: 'work' },
  { clause: 'WAP-P6.4', room: 'programs' },
  { clause: 'WAP-P7.2', room: 'programs' },
  { clause: 'WAP-P8.5', room: 'intake' },
  { clause: 'WAP-P8.6', room: 'intake' },
]
