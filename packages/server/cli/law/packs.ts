import { packs } from '@inlieu/law'
import type { GeneralCommand } from './law-command.ts'

/** `inlieu law packs`: every pack there is, with its version and the hash of its rules. */
export const packsCommand: GeneralCommand = {
  about: 'all',
  word: 'packs',
  usage: '[--text]',
  summary: 'The packs of law there are.',
  run: () => {
    const all = [...packs.values()]
    return {
      json: all.map(({ name, title, version, hash, authority, steps }) => ({
        name,
        title,
        version,
        effective: authority.effective,
        steps,
        hash,
      })),
      text: () => all.flatMap(({ name, title, version }) => [name, `    ${title}. ${version}`]),
    }
  },
}
