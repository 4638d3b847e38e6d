import { readFile } from 'node:fs/promises'
import { clientFile, generate, openapiFile, schemaFile } from './generate-all.ts'
import type { LintStep } from './lint-steps.ts'

/** Whether the derived files in the checkout are what the migrations and routes make today. */
export async function generatedFilesCurrent(): Promise<LintStep> {
  const files = [schemaFile, openapiFile, clientFile]
  const before = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))
  await generate()
  const after = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const stale = files.filter((_, index) => before[index] !== after[index])
  return {
    name: 'generated files are current',
    ok: stale.length === 0,
    output: stale.map((file) => `${file} was out of date; it has been made again: commit it\n`).join(''),
  }
}
