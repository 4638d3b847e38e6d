import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { errorCode, LaunchFailure } from './failure.ts'
import { digestFile, forEachFile } from './folder-copy.ts'

const MANIFEST = 'manifest.json'

const form = z.strictObject({
  format: z.literal(1),
  made: z.string(),
  reason: z.string(),
  /** `x64`, `arm64`: a cluster's files are read by the same kind of processor only. */
  architecture: z.string(),
  postgres: z.string(),
  /** The last migration it holds; a program that does not know it refuses the data. */
  migration: z.string().nullable(),
  /** Id of the key that opens its sealed values. The key itself is never in a backup. */
  sealingKey: z.string().nullable(),
  /** The newest seal of the audit trail at the beginning of the backup. */
  sealHead: z.strictObject({ id: z.number(), hash: z.string() }).nullable(),
  folders: z.array(z.string()),
  files: z.array(z.strictObject({ path: z.string(), size: z.number(), sha256: z.string() })),
})

/** What a backup says of itself. */
export type Manifest = z.infer<typeof form>

/** Where the manifest of a backup is. */
export function manifestFile(backup: string): string {
  return path.join(backup, MANIFEST)
}

/** Reads a backup's manifest. @throws LaunchFailure when the folder is no backup */
export async function readManifest(backup: string): Promise<Manifest> {
  let text: string
  try {
    text = await readFile(manifestFile(backup), 'utf8')
  } catch (error) {
    const why = errorCode(error) === 'ENOENT' ? `it has no ${MANIFEST}` : `its ${MANIFEST} may not be read`
    throw new LaunchFailure(
      `${backup} is no backup of Inlieu: ${why}. Name a folder that "inlieu backup" made.`,
    )
  }
  try {
    const manifest = form.parse(JSON.parse(text))
    const outside = [...manifest.folders, ...manifest.files.map((file) => file.path)].find(
      (name) => path.isAbsolute(name) || path.normalize(name).startsWith('..'),
    )
    if (outside === undefined) return manifest
  } catch {
    // told below
  }
  throw new LaunchFailure(`The ${MANIFEST} of the backup ${backup} is damaged: use another backup.`)
}

/** Compares every file of a backup with its manifest. @throws LaunchFailure naming the first that differs */
export async function verifyFiles(backup: string, manifest: Manifest): Promise<void> {
  await forEachFile(manifest.files, async (file) => {
    const found = await digestFile(path.join(backup, file.path)).catch(() => null)
    if (found?.size === file.size && found.sha256 === file.sha256) return
    const what = found === null ? 'is missing or cannot be read' : 'is not what was saved'
    throw new LaunchFailure(
      `The backup ${backup} is damaged: ${file.path} ${what}. Nothing was changed; use another backup.`,
    )
  })
}
