import { decisions } from '../authority/may-decide.ts'
import { decisionSchema } from '../authority/schema.ts'
import { commitmentSchema } from '../commitment/schema.ts'
import { feesSchema, fineSchema } from '../fees/schema.ts'
import type { JsonSchema, Pack } from '../pack.types.ts'
import { rungsOf } from '../sanctions/propose.ts'
import { imposedSchema, violationSchema } from '../sanctions/schema.ts'
import { daysSchema, sitesSchema } from '../schedule/schema.ts'
import { sentenceSchema } from '../sentence/schema.ts'
import type { InputName } from '../types.ts'
import { document, type ObjectSchema } from './schema.ts'

/**
 * JSON Schema of an input, as the engine itself checks it. The facts of `assess` have `factsSchema`.
 *
 * It says the unit of each number: days, hours, miles, cents. No field of it can hold good time in WAP (WAP-
 * GT.1). Throws nothing.
 *
 * @example
 * const wap = pack('contra-costa/work-alternative')
 * inputSchema(wap, 'sentence').required // => ['commitments', 'daysServed', 'asOf']
 */
export function inputSchema(pack: Pack, of: InputName): JsonSchema {
  return document(`${of} of ${pack.name}`, schemaOf(pack, of))
}

function schemaOf(pack: Pack, of: InputName): ObjectSchema {
  switch (of) {
    case 'commitment':
      return commitmentSchema
    case 'sentence':
      return sentenceSchema(pack)
    case 'fees':
      return feesSchema
    case 'fine':
      return fineSchema
    case 'sites':
      return sitesSchema
    case 'days':
      return daysSchema
    case 'violation':
      return violationSchema(rungsOf(pack))
    case 'sanction':
      return imposedSchema(rungsOf(pack))
    case 'decision':
      return decisionSchema(decisions(pack))
  }
}
