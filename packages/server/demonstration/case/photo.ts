import { crc32, deflateSync } from 'node:zlib'

const width = 120
const height = 150

/** A drawn head and shoulders as PNG: a photo of nobody. The same number gives the same picture. */
export function drawnPhoto(n: number): Buffer {
  const hue = (n * 47) % 6
  const coat = [hue < 2 ? 150 : 70, hue % 2 === 0 ? 120 : 90, hue > 3 ? 150 : 80]
  const rows: Buffer[] = []
  for (let y = 0; y < height; y++) {
    const row = Buffer.alloc(1 + width * 3)
    for (let x = 0; x < width; x++) row.set(colorAt(x, y, coat), 1 + x * 3)
    rows.push(row)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colorAt(x: number, y: number, coat: readonly number[]): readonly number[] {
  const inside = (cx: number, cy: number, rx: number, ry: number) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1
  if (inside(60, 58, 26, 33)) return [176, 168, 160]
  return inside(60, 152, 52, 56) ? coat : [226, 230, 234]
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
