/**
 * The text of a file: UTF-8, UTF-16 with its mark, and else Windows-1252, in which every byte is a character. What a
 * track says is in plain letters in all of them; only names could differ.
 *
 * @example decode(new Uint8Array([0xff, 0xfe, 0x61, 0x00])) // 'a'
 */
export function decode(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  return text.replace(/\r\n?/g, '\n')
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
