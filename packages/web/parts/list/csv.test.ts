import { expect, it } from 'vitest'
import { csv } from './csv.ts'

it('quotes what needs it, and begins with the mark that spreadsheets need', () =>
  expect(
    csv([
      ['Name', 'Note'],
      ['Ortega, Maria', 'said "no"\nleft'],
    ]),
  ).toBe('\ufeffName,Note\r\n"Ortega, Maria","said ""no""\nleft"\r\n'))

it('what a spreadsheet would run becomes text; numbers stay numbers', () =>
  expect(csv([['=1+1', '@x', '+1 (925) 555', '-5', '+3.5', '-x']])).toBe(
    "\ufeff'=1+1,'@x,'+1 (925) 555,-5,+3.5,'-x\r\n",
  ))
