import type { FormState } from '../../../parts/form/index.ts'

/**
 * The form, in which "worked" stands for the whole day of the site until other hours are chosen.
 * @param minutesOf the field of the hours that belong to a field of a mark; undefined for any other field
 */
export function fillingHours<F extends FormState>(
  form: F,
  dayMinutes: number,
  minutesOf: (path: string) => string | undefined,
): F {
  return {
    ...form,
    put: (path, value) => {
      form.put(path, value)
      const minutes = minutesOf(path)
      if (minutes !== undefined) form.put(minutes, value === 'worked' ? String(dayMinutes) : '')
    },
  }
}
