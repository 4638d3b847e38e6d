import type { LeaveKind } from '../leave/codes.ts'
import { standardTerms, type Term } from './standard-terms.ts'

/** A condition of a person as the contract prints it: in the words of its order. */
export interface PrintedCondition {
  id: string
  content: string
  orderReference: string
}

/** What a person's contract is made of. `kinds` null: nobody has set them. */
export interface ContractMatter {
  kinds: readonly LeaveKind[] | null
  conditions: readonly PrintedCondition[]
}

const kindWords: Readonly<Record<LeaveKind, { en: string; es: string }>> = {
  work: { en: 'work', es: 'trabajo' },
  'job-search': { en: 'looking for work', es: 'búsqueda de trabajo' },
  school: { en: 'school', es: 'escuela' },
  family: { en: 'family obligations', es: 'obligaciones familiares' },
  counseling: { en: 'counseling at approved programs', es: 'consejería en programas aprobados' },
  treatment: { en: 'alcohol or drug classes', es: 'clases sobre alcohol o drogas' },
  'community-service': { en: 'community service', es: 'servicio comunitario' },
  medical: { en: 'medical appointments', es: 'citas médicas' },
  'court-approved': { en: 'what the court approved', es: 'lo que el tribunal aprobó' },
}

/**
 * The terms of a contract (EMP-4.3): those of everybody, the kinds of absence open to this person (EMP-1.5), and the
 * conditions with the order that set each (EMP-1.4). A term's code stays the same from one version to the next.
 */
export function termsOf(matter: ContractMatter): Term[] {
  return [...standardTerms, ...absences(matter.kinds), ...matter.conditions.map(condition)]
}

function absences(kinds: ContractMatter['kinds']): Term[] {
  if (kinds === null) return []
  const list = (language: 'en' | 'es') => kinds.map((kind) => kindWords[kind][language]).join(', ')
  const none = kinds.length === 0
  return [
    {
      code: 'absences',
      clause: 'EMP-1.5',
      own: false,
      en: none
        ? 'No absence is open to me but those that the office orders.'
        : `Absences can be approved for: ${list('en')}. Each is asked for and approved beforehand.`,
      es: none
        ? 'No se me permite ninguna ausencia, salvo las que ordene la oficina.'
        : `Se pueden aprobar ausencias para: ${list('es')}. Cada una se pide y se aprueba de antemano.`,
    },
  ]
}

// An order is printed as it was written: nobody here translates a court.
const condition = ({ id, content, orderReference }: PrintedCondition): Term => ({
  code: `condition-${id}`,
  clause: 'EMP-1.4',
  own: false,
  en: `${content} (Order: ${orderReference})`,
  es: `${content} (Orden: ${orderReference})`,
})
