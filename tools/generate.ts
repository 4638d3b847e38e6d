import { parseArgs } from 'node:util'
import { makeCoverage } from './coverage.ts'
import { generate } from './generate-all.ts'
import { makeGuidePictures } from './guide-pictures.ts'

// `npm run generate`: what is derived from the sources. `npm run generate -- pictures [names]`: the guide's pictures.

const { values, positionals } = parseArgs({ allowPositionals: true, options: { at: { type: 'string' } } })
const [what, ...names] = positionals
if (what === undefined) {
  await generate()
  await makeCoverage()
  process.stdout.write(
    'Made the database types, the interface document, the client types and the coverage of the clauses.\n',
  )
} else if (what === 'pictures') {
  await makeGuidePictures(values.at, names)
} else {
  process.stderr.write(
    `There is nothing called ${what} to make: pictures, or nothing for all that is derived.\n`,
  )
  process.exitCode = 1
}
