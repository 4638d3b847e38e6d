import { expect, it } from 'vitest'
import { fileKind } from './file-kind.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

it('a file is what it begins with', () => {
  expect(fileKind(bytes('%PDF-1.7\n'))).toBe('pdf')
  expect(fileKind(bytes('\n\njunk%PDF-1.4'))).toBe('pdf')
  expect(fileKind(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg')
  expect(fileKind(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]))).toBe('png')
})

it('everything else is nothing that the office takes', () => {
  expect(fileKind(new Uint8Array())).toBeNull()
  expect(fileKind(bytes('%PDF'))).toBeNull()
  expect(fileKind(bytes('MZ this is a program'))).toBeNull()
  expect(fileKind(new Uint8Array([0xff, 0xd8]))).toBeNull()
})
