import { parseArgs } from 'node:util'
import { type Language, LawInputError } from '@inlieu/law'
import { errorText } from '../../launcher/failure.ts'

/** What may stand beside a pack's name. */
export interface LawOptions {
  /** The day, `YYYY-MM-DD`. */
  readonly on: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
  readonly step: string | undefined
  readonly asText: boolean
  readonly language: Language
}

const LANGUAGES: readonly Language[] = ['en', 'es']

/** Reads the arguments of a command of the law. Throws `LawInputError` with its usage. */
export function readOptions(
  command: { readonly word: string; readonly usage: string },
  args: readonly string[],
): { readonly packName: string; readonly options: LawOptions } {
  const usage = `Usage: inlieu law ${command.word} ${command.usage}`.trim()
  const wrong = (message: string): never => {
    throw new LawInputError('The command', [{ path: '', message: `${message}${usage}` }])
  }
  const { values, positionals } = parsed(args, wrong)
  const taken = Object.keys(values).filter((name) => name !== 'text' && name !== 'language')
  const unknown = taken.filter((name) => !command.usage.includes(`--${name}`))
  if (unknown.length > 0) wrong(`--${unknown[0]} is not an option here. `)
  if (positionals.length !== (command.usage.startsWith('PACK') ? 1 : 0)) wrong('')
  const language = LANGUAGES.find((known) => known === (values.language ?? 'en'))
  if (language === undefined) return wrong(`--language ${values.language} is not one of en, es. `)
  const { on, from, to, step } = values
  return {
    packName: positionals[0] ?? '',
    options: { on, from, to, step, asText: values.text ?? false, language },
  }
}

function parsed(args: readonly string[], wrong: (message: string) => never) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        on: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        step: { type: 'string' },
        text: { type: 'boolean' },
        language: { type: 'string' },
      },
    })
  } catch (error) {
    return wrong(`${errorText(error).split('. ')[0]}. `)
  }
}

/** An option that the command cannot do without. */
export function needed(options: LawOptions, name: 'on' | 'from' | 'to'): string {
  const value = options[name]
  if (value !== undefined) return value
  throw new LawInputError('The command', [{ path: '', message: `say the day: --${name} YYYY-MM-DD` }])
}
