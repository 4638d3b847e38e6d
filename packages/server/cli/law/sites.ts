import { rankSites, resolveParameters, type SiteRankingInput, say } from '@inlieu/law'
import { dayAndRest } from './day.ts'
import type { PackCommand } from './law-command.ts'
import { headline, reasonLine, section } from './text.ts'

/** `inlieu law sites PACK`: work sites in the order of the clause's priorities, and those left out. */
export const sitesCommand: PackCommand = {
  about: 'pack',
  word: 'sites',
  usage: 'PACK [--on DAY] [--text] [--language es]',
  summary: 'Rank work sites for a person, with the reason for each place.',
  reads: 'json',
  run: ({ pack, options, input }) => {
    const { on, rest } = dayAndRest(options, input)
    const parameters = resolveParameters(pack, input.parameters, on)
    const ranking = rankSites(pack, parameters, rest as unknown as SiteRankingInput)
    const { version, hash } = pack
    const outcome = ranking.ranked.length > 0 ? 'ranked' : 'no-site'
    return {
      json: { outcome, ...ranking, pack: pack.name, version, hash, parameters, on },
      text: (language) => [
        headline(language, pack, on),
        ...(ranking.ranked.length > 0 ? [] : [say(language, 'report.sites.none')]),
        ...section(
          say(language, 'report.sites.ranked'),
          ranking.ranked.flatMap(({ siteId, rank, reasons }) => [
            `${rank}. ${siteId}`,
            ...reasons.map((reason) => `   ${reasonLine(language, reason)}`),
          ]),
        ),
        ...section(
          say(language, 'report.sites.excluded'),
          ranking.excluded.flatMap(({ siteId, reasons }) => [
            siteId,
            ...reasons.map((reason) => `   ${reasonLine(language, reason)}`),
          ]),
        ),
        ...section(
          say(language, 'report.missing'),
          ranking.missing.map((m) => `${say(language, m.question)} (${m.clauses.join(', ')})`),
        ),
      ],
    }
  },
}
