import { addProtocol, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Protocol } from 'pmtiles'
import 'maplibre-gl/dist/maplibre-gl.css'

// The worker is a file of our own origin: the policy of the pages allows no other, and no blob.
setWorkerUrl(workerUrl)

/** Reads the county's own map by ranges of one file. */
export const streetProtocol = new Protocol()
addProtocol('pmtiles', streetProtocol.tile)

export * from 'maplibre-gl'
