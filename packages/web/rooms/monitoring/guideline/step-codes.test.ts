import { expect, test } from 'vitest'
import { stepsWithCodes } from './step-codes.ts'

const step = (text: string, channel: 'note' | 'email' = 'note') => ({ text, channel, minutes: 5 })
const coded = (code: string, text: string, channel: 'note' | 'email' = 'note') => ({
  code,
  ...step(text, channel),
})
const codes = (...args: Parameters<typeof stepsWithCodes>) => stepsWithCodes(...args).map(({ code }) => code)

test('a step keeps its code when it moves, and when its text is improved', () => {
  const before = [coded('write', 'Write it'), coded('mail', 'Mail it', 'email')]
  expect(codes([step('Mail it', 'email'), step('Write it down')], before)).toEqual(['mail', 'write'])
})

test('a new step of the same way takes no code of another that stayed', () => {
  const before = [coded('note', 'Write it')]
  expect(codes([step('Look first'), step('Write it'), step('Look again')], before)).toEqual([
    'note-2',
    'note',
    'note-3',
  ])
})

test('the Spanish of a step goes with it, and an empty one is none', () => {
  const [one, other] = stepsWithCodes(
    [
      { ...step('Call'), textEs: 'Llame' },
      { ...step('Write'), textEs: '' },
    ],
    [],
  )
  expect(one).toMatchObject({ text: 'Call', textEs: 'Llame' })
  expect(other).not.toHaveProperty('textEs')
})
