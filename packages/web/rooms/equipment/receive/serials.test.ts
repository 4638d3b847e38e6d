import { expect, test } from 'vitest'
import { serialsIn } from './serials.ts'

test.each([
  ['one a line', 'BT-1\nBT-2\r\nBT-3\n', ['BT-1', 'BT-2', 'BT-3']],
  ['with commas', 'BT-1, BT-2;BT-3', ['BT-1', 'BT-2', 'BT-3']],
  ['nothing', ' \n ', []],
])('serial numbers %s', (_name, typed, serials) => {
  expect(serialsIn(typed)).toEqual(serials)
})
