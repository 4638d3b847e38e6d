import { describe, expect, test } from 'vitest'
import { inLanguage } from './step-words.ts'

describe('the words of a step', () => {
  const step = { text: 'Call the participant.', textEs: 'Llame al participante.' }

  test.each([
    ['en-US', step, 'en', step.text],
    ['es-US', step, 'es', step.textEs],
    ['es-US', { text: step.text }, 'en', step.text],
    ['es-US', { text: step.text, textEs: '' }, 'en', step.text],
    ['es-US', { text: step.text, textEs: null }, 'en', step.text],
  ])('for a reader of %s', (locale, of, lang, text) => {
    expect(inLanguage(of, locale)).toEqual({ lang, text })
  })
})
