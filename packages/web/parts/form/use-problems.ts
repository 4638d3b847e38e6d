import { useState } from 'react'
import type { FieldProblem, Problem } from '../../api/problem.ts'
import { isAtOrIn } from './typed.ts'

/** What is to be corrected in a form, by field, and a refusal that is about no field. */
export function useProblems() {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const [refusal, setRefusal] = useState<Problem>()
  const [corrections, setCorrections] = useState(0)

  return {
    problems,
    refusal,
    corrections,

    /** Says something at one field, or takes it back. */
    say: (path: string, message: string | undefined): void =>
      setProblems((before) => [
        ...before.filter((problem) => problem.path !== path),
        ...(message === undefined ? [] : [{ path, message }]),
      ]),

    /** The field is being corrected: what was said of it is no longer true. */
    forget: (path: string): void =>
      setProblems((before) => before.filter((problem) => !isAtOrIn(problem.path, path))),

    /** An attempt ended with something to correct. */
    correct: (found: readonly FieldProblem[], refused?: Problem): void => {
      setProblems(found)
      setRefusal(refused)
      setCorrections((count) => count + 1)
    },

    clear: (): void => {
      setProblems([])
      setRefusal(undefined)
    },
  }
}
