import { today } from '../rooms/desk/today/page.ts'

/** Every page of the staff, one line each. */
export const pages = [today] as const
