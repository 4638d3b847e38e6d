import { generate } from './generate-all.ts'

await generate()
process.stdout.write('Made the database types, the interface document and the client types.\n')
