export { absencesOf, instantOf } from './leave/absences.ts'
export { homeRoutes } from './routes.ts'
