/** The embedded PostgreSQL: what the rest of the program and its tests start it with. */
export { type Postgres, type PostgresOptions, startPostgres } from './cluster.ts'
export { ROLES, type Role, roleName } from './database-keys.ts'
export { DATABASE } from './database-roles.ts'
export { makeTestFolder, startTestCluster, type TestCluster } from './test-cluster.ts'
