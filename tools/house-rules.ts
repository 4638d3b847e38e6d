import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-command.ts'
import { spanishApart } from './spanish-apart.ts'

/** Lines a file may have. Tables of data are measured by nobody. */
const longest = 400

const tablesOfData = /\/(packs|vectors|fixtures|locales|generated|cases)\/|\.gen\.|\/wording[./]/

interface Rule {
  name: string
  why: string
  files: RegExp
  except: RegExp
  pattern: RegExp
}

// Each is a decision that later work must not quietly reverse.
const rules: Rule[] = [
  {
    name: 'clock',
    why: 'Time is an argument. Only platform/clock.ts and the audit trail read a clock.',
    files: /^packages\/(server|law|watch|simulator)\/.*\.ts$/,
    except: /platform\/clock\.ts$|\.test\.ts$|\/launcher\/|\/cli\/|\/testing\//,
    // A clock that was given may be asked (`options.now()`), and `performance.now()` measures and dates nothing.
    pattern:
      /\bnew Date\b|\bDate\.now\b|Temporal\.Now\b|(?<![.#\w])now\(\)(?!:)|current_timestamp|current_date/i,
  },
  {
    name: 'browser-clock',
    why: "Pages use the office's clock (app/clock), not the browser's.",
    files: /^packages\/web\/.*\.tsx?$/,
    except: /\/app\/|\/api\/|\.test\.tsx?$|\/parts\/live\//,
    pattern: /\bnew Date\b|\bDate\.now\b|Temporal\.Now\b/,
  },
  {
    name: 'sql-clock',
    why: 'Times of a record come from the act that writes it.',
    files: /^packages\/server\/migrations\/.*\.sql$/,
    except: /^$/,
    pattern: /\bnow\(\)|current_timestamp|current_date/i,
  },
  {
    name: 'like-search',
    why: 'Under row-level security LIKE and trigram search lose their index (0.9 ms becomes 100 ms): search by stored keys.',
    files: /^packages\/server\/.*\.ts$/,
    except: /\.test\.ts$|\/walls\//,
    pattern: /'i?like'|\bilike\b/i,
  },
  {
    name: 'one-door',
    why: 'platform/act.ts is the only place that opens a writing transaction.',
    files: /^packages\/server\/(people|court|programs|intake|work|money|desk)\/.*\.ts$/,
    except: /\.test\.ts$/,
    pattern: /\.transaction\(\)|startTransaction|\bbegin\b\s*['`;]/i,
  },
  {
    name: 'row-lock',
    why: 'FOR UPDATE waits for the foreign key of every row that is added below, and two verbs that add one each deadlock: hold rows by forNoKeyUpdate.',
    files: /^packages\/server\/.*\.ts$/,
    // Who closes an alarm must not pass by the watch, which holds it by that very key while it adds to it.
    except: /\.test\.ts$|monitoring\/alarms\/hold\.ts$/,
    pattern: /\.forUpdate\(|\bfor update\b/i,
  },
  {
    name: 'inline-style',
    why: 'The content security policy has no exceptions: no inline style or script in markup.',
    files: /^packages\/web\/.*\.(html|tsx)$/,
    except: /\.test\.tsx?$/,
    pattern: /dangerouslySetInnerHTML|<style[ >]|\son(?!e=)[a-z]+="/,
  },
  {
    name: 'test-that-does-not-run',
    why: 'A test runs or is not there.',
    files: /\.(test|e2e)\.tsx?$/,
    except: /^$/,
    pattern: /\b(it|test|describe)\.(skip|todo|fixme|only)\b/,
  },
]

const rooms = ['access', 'people', 'court', 'programs', 'intake', 'work', 'money']
// What a room reads of another is its views and the functions it publishes.
const published = /^(v_\w+|enrolment_state|site_days|books)$/

/** Raw SQL gets around the types that keep a room to its own tables; this is the same wall for it. */
function foreignTables(file: string, line: string): boolean {
  // A room's tables bear the first word of its name: those of `work-release` are in `work`.
  const room = /^packages\/server\/(\w+)[\w-]*\//.exec(file)?.[1] ?? ''
  if (!rooms.includes(room) && room !== 'desk') return false
  const named = [...line.matchAll(/\b(?:from|join|into|update)\s+(\w+)\.(\w+)/gi)]
  return named.some(
    ([, other = '', table = '']) => rooms.includes(other) && other !== room && !published.test(table),
  )
}

/** Every house rule that does not hold, one line each. */
export async function houseRulesBroken(): Promise<string[]> {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && existsSync(join(root, file)))
  const spanish = files
    .filter((file) => /^packages\/web\/.*locales\/es-US\.po$/.test(file))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  return [...files.flatMap((file) => broken(file)), ...(await spanishApart(spanish))]
}

function broken(file: string): string[] {
  if (!/\.(tsx?|mjs|cjs|css|scss|sql|typ|html)$/.test(file)) return []
  const text = readFileSync(join(root, file), 'utf8')
  const lines = text.split('\n')
  const found: string[] = []
  if (lines.length - 1 > longest && !tablesOfData.test(file)) {
    found.push(`${file}: ${lines.length - 1} lines; split it along a word of the field (at most ${longest})`)
  }
  if (!/\.test\.ts$|\/testing\//.test(file)) {
    lines.forEach((line, index) => {
      if (foreignTables(file, line))
        found.push(`${file}:${index + 1}: room-wall: another room is read through its v_ views only`)
    })
  }
  for (const rule of rules) {
    if (!rule.files.test(file) || rule.except.test(file)) continue
    lines.forEach((line, index) => {
      if (rule.pattern.test(line) && !/^\s*(\/\/|\*|\/\*|--)/.test(line))
        found.push(`${file}:${index + 1}: ${rule.name}: ${rule.why}`)
    })
  }
  return found
}
