import type { Agency } from '../../platform/context.ts'

/** The pack whose table of authority says who approves how an agency monitors (EMP-7.3, ARS-C.1). */
export const monitoringPack = (agency: Agency): string =>
  agency.state === 'AZ' ? 'arizona/home-detention' : 'sacramento/home-detention'
