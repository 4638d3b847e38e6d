import { expect, test } from 'vitest'
import { withoutSecrets } from './secrets.ts'

const secret = 'k7Qp2xZt91LmVw'

test.each([
  ['a query', `id=${secret}&lat=38.58`, 'id=…LmVw&lat=38.58'],
  ['a query with its question mark', `/?deviceid=${secret}`, '/?deviceid=…LmVw'],
  ['JSON', `{"device_id": "${secret}", "lat": 38.58}`, '{"device_id": "…LmVw", "lat": 38.58}'],
  ['JSON within text', `{\\"device_id\\":\\"${secret}\\"}`, '{\\"device_id\\":\\"…LmVw\\"}'],
  ['a number', '{"device_id": 123456789012}', '{"device_id": …9012}'],
  [
    'a password',
    `{"_type":"configuration","password":"${secret}"}`,
    '{"_type":"configuration","password":"…LmVw"}',
  ],
  ['a token', `{"token":"${secret}","tid":"AB"}`, '{"token":"…LmVw","tid":"AB"}'],
  [
    'a header that was copied into the body',
    `Authorization: Bearer ${secret}`,
    'Authorization: Bearer …LmVw',
  ],
  ['a key with another name before it', `api_key=${secret}&apikey=${secret}`, 'api_key=…LmVw&apikey=…LmVw'],
  ['one so short that its end is most of it', 'id=abcdef', 'id=…'],
  ['one that was cut where the message was', `{"device_id": "${secret}`, '{"device_id": "…LmVw'],
])('of a secret no more than its end is kept: %s', (_, body, kept) => {
  expect(withoutSecrets(body)).toBe(kept)
  expect(withoutSecrets(kept)).toBe(kept)
})

test.each(['{"id": 4711, "lat": 38.58}', 'lat=38.58&valid=1', '{"grid":"abcdefghijkl","tokens":3}'])(
  'what is no secret stays as it came: %s',
  (body) => {
    expect(withoutSecrets(body)).toBe(body)
  },
)
