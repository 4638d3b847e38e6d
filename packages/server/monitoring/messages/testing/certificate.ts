import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'

// A certificate that vouches for itself, made in the test: DER as X.509 (RFC 5280) writes it, as little as TLS needs.

const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: Buffer[]) => tlv(0x30, ...parts)
const set = (...parts: Buffer[]) => tlv(0x31, ...parts)
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'))
const utf8 = (text: string) => tlv(0x0c, Buffer.from(text))
const time = (text: string) => tlv(0x18, Buffer.from(text))
const integer = (value: number) => tlv(0x02, Buffer.from([value]))

const commonName = oid('550403')
const alternativeNames = oid('551d11')
const basicConstraints = oid('551d13')
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))

/** A key and a certificate for `localhost` and 127.0.0.1, in PEM. */
export function loopbackCertificate(): { key: string; certificate: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  })
  const name = sequence(set(sequence(commonName, utf8('localhost'))))
  const names = sequence(tlv(0x82, Buffer.from('localhost')), tlv(0x87, Buffer.from([127, 0, 0, 1])))
  const isAuthority = sequence(tlv(0x01, Buffer.from([0xff])))
  const extensions = tlv(
    0xa3,
    sequence(
      sequence(alternativeNames, tlv(0x04, names)),
      sequence(basicConstraints, tlv(0x01, Buffer.from([0xff])), tlv(0x04, isAuthority)),
    ),
  )
  const body = sequence(
    tlv(0xa0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    name,
    sequence(time('20200101000000Z'), time('21000101000000Z')),
    name,
    publicKey,
    extensions,
  )
  const signature = sign('sha256', body, createPrivateKey(privateKey))
  const whole = sequence(body, ecdsaWithSha256, tlv(0x03, Buffer.from([0]), signature))
  const lines = whole
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n')
  return {
    key: privateKey,
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}
