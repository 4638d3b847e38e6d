export { freeDays } from './contract/free-days.ts'
export { workRoutes } from './routes.ts'
export { type WorkLimit, workLimits } from './sites/limits.ts'
export { ownSites } from './sites/supervisors.ts'
