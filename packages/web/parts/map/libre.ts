import { addProtocol, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Protocol } from 'pmtiles'
import 'maplibre-gl/dist/maplibre-gl.css'

// The worker is a file of our own origin: the policy of the pages allows no other, and no blob.
setWorkerUrl(workerUrl)
addProtocol('pmtiles', new Protocol().tile)

export * from 'maplibre-gl'
