import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const serverFolder = join(import.meta.dirname, '..')
const fontsFolder = join(import.meta.dirname, 'fonts')

let compiler: NodeCompiler | undefined
let made = 0

/** Documents after which the compiler's memory of earlier ones is let go. */
const forgetAfter = 50

/**
 * Makes a tagged PDF/UA-1 from a template and data. The data is inert: nothing in it is run as markup.
 * @param template path below `packages/server`, such as `intake/denial-notice.typ`
 * @throws Error with the template's own complaint (a missing title, a skipped heading level, a missing value)
 */
export function renderPdf(template: string, data: Record<string, unknown>): Buffer {
  compiler ??= NodeCompiler.create({
    workspace: serverFolder,
    fontArgs: [{ fontPaths: [fontsFolder] }],
  })
  if (++made % forgetAfter === 0) compiler.evictCache(10)
  const source = {
    mainFilePath: join(serverFolder, template),
    inputs: { data: JSON.stringify(data) },
    resetRead: true,
  }
  try {
    return compiler.pdf(source, { pdfStandard: 'ua-1' })
  } catch (error) {
    const said = complaint(error)
    // A name in a script our fonts lack must not stop a notice: the paper is made, still tagged, with that
    // character as a box; only the promise of PDF/UA, which forbids the box, is left off.
    if (/could not be displayed with font/.test(said)) return compiler.pdf(source, { pdfTags: true })
    throw new Error(`The document ${template} could not be made: ${said}`, { cause: error })
  }
}

// The compiler's errors are one long line of its own debug form; what a person needs is in the messages.
function complaint(error: unknown): string {
  const { message = '', code = '' } = error as { message?: string; code?: string }
  const text = message || code || String(error)
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((match) => match[1])
  return messages.length > 0 ? messages.join('; ') : text
}

/** The fonts that papers are set in; used by the test that none went missing. */
export function fontFiles(): string[] {
  return readdirSync(fontsFolder).filter((name) => name.endsWith('.ttf'))
}
