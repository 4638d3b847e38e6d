import { makeCoverage } from './coverage.ts'
import { generate } from './generate-all.ts'

await generate()
await makeCoverage()
process.stdout.write(
  'Made the database types, the interface document, the client types and the coverage of the clauses.\n',
)
