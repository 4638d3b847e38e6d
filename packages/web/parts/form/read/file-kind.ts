/** Kinds of file that the office takes, told by their first bytes and never by their name. */
export type FileKind = 'pdf' | 'jpeg' | 'png'

const marks: Record<FileKind, number[]> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
}

/** Bytes to read from the start: some scanners write a few before a PDF's own mark. */
export const headLength = 1024

/** The kind of file that begins with these bytes; null for every other. */
export function fileKind(head: Uint8Array): FileKind | null {
  const at = (offset: number, mark: number[]): boolean => mark.every((byte, i) => head[offset + i] === byte)
  if (at(0, marks.jpeg)) return 'jpeg'
  if (at(0, marks.png)) return 'png'
  for (let offset = 0; offset + marks.pdf.length <= head.length; offset++) {
    if (at(offset, marks.pdf)) return 'pdf'
  }
  return null
}

/** Whether a file that begins with these bytes is of one of the kinds. */
export function isOfKind(head: Uint8Array, kinds: readonly FileKind[]): boolean {
  const kind = fileKind(head)
  return kind !== null && kinds.includes(kind)
}
