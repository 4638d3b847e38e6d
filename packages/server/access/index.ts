export { createFirstAdministrator } from './first-administrator.ts'
export {
  isRole,
  type Permission,
  permissions,
  permissionsOf,
  type Role,
  roleHolds,
  roles,
} from './permissions.ts'
export { type ProgramRun, programRun, programsOf, programsRun } from './programs-run.ts'
export { ranksOf } from './ranks.ts'
export { releaseLockAtMachine } from './release-lock.ts'
export { accessRoutes } from './routes.ts'
export { actAsOffice } from './session.ts'
