import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { largestPaper, tooLarge } from './papers.ts'
import { Problem } from './problem.ts'

/** A file that came with a form. */
export class Upload {
  readonly bytes: Buffer
  /** As the sender's machine calls it; never used to tell what it is. */
  readonly name: string

  constructor(bytes: Buffer, name: string) {
    this.bytes = bytes
    this.name = name
  }

  /** As JSON it is its digest: what an answer is kept under must not hold twenty megabytes. */
  toJSON(): string {
    return createHash('sha256').update(this.bytes).digest('hex')
  }
}

/** The file of a form, in the schema of a route that says `upload: true`. */
export const uploadedFile = z
  .instanceof(Upload, { error: 'Choose a file.' })
  .meta({ type: 'string', format: 'binary' })

/**
 * The body of a request that is a form with one file: its fields as text, its file as an `Upload`.
 * @throws Problem when it is no such form, or the file is larger than any paper may be
 */
export async function readUpload(request: FastifyRequest): Promise<Record<string, unknown>> {
  if (!request.isMultipart())
    throw new Problem('wrong-kind', 'Send a form with a file (multipart/form-data).')
  const body: Record<string, unknown> = {}
  try {
    for await (const part of request.parts({ limits })) {
      body[part.fieldname] =
        part.type === 'file' ? new Upload(await part.toBuffer(), part.filename ?? '') : part.value
    }
  } catch (error) {
    throw asProblem(error)
  }
  return body
}

const limits = { files: 1, fileSize: largestPaper, fields: 20, fieldSize: 4000, parts: 21 }

function asProblem(error: unknown): Problem {
  const code = (error as { code?: unknown }).code
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge()
  // A form that is cut short or not put together right: the sender's, not ours.
  return new Problem(
    'not-understood',
    'The form did not arrive whole. Choose the file again and send it once more.',
  )
}
