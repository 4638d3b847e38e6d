import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type {} from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Route, route } from './route.ts'

// The county's own map, where the office has one: a PMTiles file that lies in the office's data folder. Nothing of
// it is about anybody, so it is served like the pages are.

const fileName = 'streets.pmtiles'

/** Where the file would lie; null in a process that has no data folder. */
function folderOfMap(): string | null {
  const { INLIEU_DATA } = process.env
  return INLIEU_DATA ? join(INLIEU_DATA, 'map') : null
}

/** Whether the maps of the pages can show streets, and where to put the file when they cannot. */
export const streetMapRoute: Route = route({
  method: 'GET',
  path: '/api/platform/street-map',
  permission: 'own.account',
  summary: "Whether the office has the county's own map, and the file it would be",
  response: z.object({ has: z.boolean(), file: z.string() }),
  handle: async () => {
    const folder = folderOfMap()
    return { has: folder !== null && existsSync(join(folder, fileName)), file: `map/${fileName}` }
  },
})

/** Serves the file in ranges, as maps ask for it. The pages' files are served already. */
export function serveStreetMap(app: FastifyInstance): void {
  app.get(`/api/platform/${fileName}`, { schema: { hide: true } }, async (_request, reply) => {
    const folder = folderOfMap()
    if (folder === null || !existsSync(join(folder, fileName))) return reply.callNotFound()
    return reply.sendFile(fileName, folder)
  })
}
