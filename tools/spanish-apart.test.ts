import { expect, it } from 'vitest'
import { spanishApart } from './spanish-apart.ts'

const header = 'msgid ""\nmsgstr ""\n"Language: es-US\\n"\n'
const granted = (spanish: string, context?: string) =>
  `${header}\n${context ? `msgctxt "${context}"\n` : ''}msgid "granted"\nmsgstr "${spanish}"\n`

it('names the text and both files when two rooms put it into different Spanish', async () => {
  const broken = await spanishApart([
    { file: 'money/es-US.po', text: granted('concedida') },
    { file: 'home/es-US.po', text: granted('concedido') },
  ])
  expect(broken).toEqual([
    'spanish-apart: "granted" is "concedida" in money/es-US.po, "concedido" in home/es-US.po: ' +
      'use one wording, or give the message a context',
  ])
})

it('lets two rooms share a wording', async () => {
  const same = granted('concedida')
  expect(await spanishApart([same, same].map((text, i) => ({ file: `${i}.po`, text })))).toEqual([])
})

it('lets a context have Spanish of its own', async () => {
  const broken = await spanishApart([
    { file: 'money/es-US.po', text: granted('concedida', 'waiver') },
    { file: 'home/es-US.po', text: granted('concedido') },
  ])
  expect(broken).toEqual([])
})

it('holds one context to one wording too', async () => {
  const broken = await spanishApart([
    { file: 'money/es-US.po', text: granted('concedida', 'waiver') },
    { file: 'desk/es-US.po', text: granted('otorgada', 'waiver') },
  ])
  expect(broken).toHaveLength(1)
  expect(broken[0]).toContain('"granted" (waiver)')
})

it('leaves what has no Spanish yet to the check for missing words', async () => {
  const broken = await spanishApart([
    { file: 'money/es-US.po', text: granted('concedida') },
    { file: 'home/es-US.po', text: granted('') },
  ])
  expect(broken).toEqual([])
})
