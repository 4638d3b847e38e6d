import { factsSchema, say } from '@inlieu/law'
import type { PackCommand } from './law-command.ts'
import { stepOf } from './steps.ts'

/** `inlieu law facts PACK`: what `assess` may be told, as JSON Schema with the question for each. */
export const factsCommand: PackCommand = {
  about: 'pack',
  word: 'facts',
  usage: 'PACK [--step STEP] [--text] [--language es]',
  summary: 'What may be known of a person, as JSON Schema with a question for each fact.',
  reads: 'nothing',
  run: ({ pack, options }) => {
    const step = options.step === undefined ? undefined : stepOf(pack, options)
    const schema = factsSchema(pack, step)
    return {
      json: schema,
      text: (language) => {
        const names = Object.keys(schema.properties as object)
        return pack.facts
          .filter((fact) => names.includes(fact.name))
          .flatMap((fact) => {
            const choices = fact.type === 'choice' ? fact.choices : []
            return [
              `${fact.name}  ${say(language, fact.question)}`,
              ...choices.map(({ value, textCode }) => `    ${value}  ${say(language, textCode)}`),
            ]
          })
      },
    }
  },
}
