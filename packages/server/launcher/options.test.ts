import path from 'node:path'
import { expect, test } from 'vitest'
import { readStartOptions } from './options.ts'

test('nothing given: port 8080, folders of the launcher’s choice, no production', () => {
  expect(readStartOptions([])).toEqual({
    port: 8080,
    devicePort: 8090,
    data: null,
    keys: null,
    production: false,
    demo: false,
    adminFile: null,
    help: false,
  })
})

test('folders are taken from where the command was given', () => {
  expect(readStartOptions(['--data', 'd', '--keys', '/k'])).toMatchObject({
    data: path.resolve('d'),
    keys: '/k',
  })
})

test.each(['1', '8080', '65535'])('port %s', (port) => {
  expect(readStartOptions(['--port', port]).port).toBe(Number(port))
})

test.each(['0', '65536', '-1', '80a', '8.0', ''])('no port: "%s"', (port) => {
  expect(() => readStartOptions([`--port=${port}`])).toThrow(`--port ${port} is no port`)
})

test.each([['--prot', '1'], ['extra'], ['--data']])('an argument that is wrong is named: %s', (...args) => {
  expect(() => readStartOptions(args)).toThrow(/'(--prot|extra|--data).*See: npm start -- --help/)
})
