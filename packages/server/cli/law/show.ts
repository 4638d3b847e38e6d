import {
  type ClauseEntry,
  type Day,
  type Language,
  LawInputError,
  type Pack,
  type ParameterDefinition,
  type ResolvedParameter,
  type Rule,
  resolveParameters,
  say,
  type Values,
} from '@inlieu/law'
import type { PackCommand } from './law-command.ts'
import { mark, section, valuesOf, withoutPlaces } from './text.ts'

/** `inlieu law show PACK`: the pack clause by clause, to be read beside the source. */
export const showCommand: PackCommand = {
  about: 'pack',
  word: 'show',
  usage: 'PACK [--on DAY] [--text] [--language es]',
  summary: 'The pack clause by clause, to be read beside the source text.',
  reads: 'nothing',
  run: ({ pack, options }) => {
    const on = options.on
    if (on !== undefined && on < pack.authority.effective)
      throw new LawInputError('The day', [
        { path: '', message: `${pack.name} took effect on ${pack.authority.effective}` },
      ])
    const clauses = pack.clauses.map((entry) => clauseOf(pack, entry, on))
    const { name, title, version, hash, authority } = pack
    return {
      json: { name, title, version, hash, authority, on: on ?? null, clauses },
      text: (language) => [
        `${title}. ${version}`,
        ...clauses.flatMap((clause) => clauseText(language, pack, clause, on)),
      ],
    }
  },
}

/** Everything that a pack has under one clause; with a day, only what holds on it. */
interface ShownClause extends ClauseEntry {
  readonly rules: readonly Rule[]
  readonly parameters: readonly (ParameterDefinition | ResolvedParameter)[]
  readonly decisions: Pack['decisions']
  readonly fees: Pack['fees']
  readonly nevers: Pack['nevers']
  /** Codes of what the engine says by this clause. */
  readonly says: readonly string[]
  readonly room: string | null
}

function clauseOf(pack: Pack, entry: ClauseEntry, on: Day | undefined): ShownClause {
  const here = (thing: { readonly clause: string }) => thing.clause === entry.id
  const resolved = on === undefined ? null : resolveParameters(pack, [], on).values
  const holds = (r: Rule) => on === undefined || (r.from <= on && (r.until === null || on < r.until))
  return {
    ...entry,
    rules: pack.rules.filter((r) => here(r) && holds(r)),
    parameters: pack.parameters.filter(here).map((p) => resolved?.[p.name] ?? p),
    decisions: pack.decisions.filter(here),
    fees: pack.fees.filter(here),
    nevers: pack.nevers.filter(here),
    says: Object.entries(pack.citations).flatMap(([code, cited]) =>
      cited.clause === entry.id ? [code] : [],
    ),
    room: pack.notRules.find(here)?.room ?? null,
  }
}

function clauseText(
  language: Language,
  pack: Pack,
  clause: ShownClause,
  on: Day | undefined,
): readonly string[] {
  const values = parameterValues(pack, on)
  const lines = [
    ...clause.rules.map((r) => ruleText(language, r, values)),
    ...clause.decisions.map((d) => {
      const holders = d.holders.map((h) => say(language, `authority.holder.${h.rank}`)).join(', ')
      return `${say(language, d.textCode)}: ${holders || say(language, 'authority.never')}${mark(language, d.own)}`
    }),
    ...clause.fees.map((f) => `${say(language, f.textCode)} (${f.statute})${mark(language, f.own)}`),
    ...clause.nevers.map((n) => say(language, n.textCode)),
    ...clause.parameters.map((p) => parameterText(language, pack, p)),
    ...clause.says.map((code) => withoutPlaces(say(language, code, values))),
    ...(clause.room === null ? [] : [`(${clause.room})`]),
  ]
  const heading = `${clause.id}  ${say(language, `report.kind.${clause.kind}`)}${mark(language, clause.own)}`
  return section(heading, lines.length === 0 ? [say(language, 'report.no-clause-words')] : lines)
}

function ruleText(language: Language, r: Rule, values: Values): string {
  const { from, until } = r
  const holds =
    until === null
      ? say(language, 'report.holds-from', { from })
      : say(language, 'report.holds-until', { from, until })
  const note = r.note === null ? '' : `. ${say(language, r.note)}`
  return `${withoutPlaces(say(language, r.textCode, values))}${note} [${r.steps.join(', ')}; ${holds}]${mark(language, r.own)}`
}

function parameterText(language: Language, pack: Pack, p: ParameterDefinition | ResolvedParameter): string {
  const { question } = pack.parameters.find(({ name }) => name === p.name)!
  const value = 'value' in p ? p.value : p.default
  return `${p.name}: ${say(language, question)} ${value ?? say(language, 'report.unset')}${mark(language, p.own)}`
}

function parameterValues(pack: Pack, on: Day | undefined): Values {
  const resolved = on === undefined ? null : resolveParameters(pack, [], on).values
  return valuesOf(
    Object.fromEntries(pack.parameters.map((p) => [p.name, resolved?.[p.name]?.value ?? p.default])),
  )
}
