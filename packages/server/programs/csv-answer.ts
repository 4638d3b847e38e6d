import type { FastifyReply } from 'fastify'
import { fileAnswer } from '../platform/files.ts'

/**
 * Answers a list's route with CSV in place of its JSON. The reply is already on its way, so nothing of the
 * route's own answer is left to give: hence the type.
 */
export function csvAnswer(reply: FastifyReply, name: string, bytes: string): never {
  return fileAnswer(reply, {
    bytes,
    type: 'text/csv; charset=utf-8',
    name: `${name}.csv`,
    download: true,
  }) as never
}
