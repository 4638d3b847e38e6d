import path from 'node:path'
import { parseArgs } from 'node:util'
import { errorText, LaunchFailure } from './failure.ts'

/** What `npm start` was asked to do. */
export interface StartOptions {
  readonly port: number
  /** Null: the launcher chooses. */
  readonly data: string | null
  /** Null: `keys` inside the data folder. */
  readonly keys: string | null
  readonly production: boolean
  /** Load the demonstration into the server of DATABASE_URL too. */
  readonly demo: boolean
  readonly adminFile: string | null
  readonly help: boolean
}

/** Where the office is served unless --port says otherwise. */
const USUAL_PORT = 8080

export const START_HELP = `npm start -- [options]

Starts Inlieu: its own PostgreSQL, the office and the worker. The first start sets everything up and loads a
small demonstration. Ctrl-C stops all of it.

  --port N           serve on 127.0.0.1, port N (${USUAL_PORT})
  --data DIR         where the data is (.data in the checkout)
  --keys DIR         where the keys are (keys in the data folder)
  --production       a real office: --data outside the checkout and --keys outside the data are needed;
                     refuses root and demonstration data, asks for the first administrator
  --admin-file FILE  with --production: the first administrator as JSON instead of questions
  --demo             load the demonstration into the server of DATABASE_URL
  --help             print this

DATABASE_URL         use this PostgreSQL server (18 or newer) instead of an own one; a role that may create roles,
                     or the role inlieu_owner with INLIEU_APP_URL and INLIEU_WORKER_URL for the others
`

/** Reads the arguments of `npm start --`. @throws LaunchFailure naming the argument that is wrong */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { values } = parse(args)
  return {
    port: readPort(values.port),
    data: absolute(values.data),
    keys: absolute(values.keys),
    production: values.production,
    demo: values.demo,
    adminFile: absolute(values['admin-file']),
    help: values.help,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        keys: { type: 'string' },
        production: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        'admin-file': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new LaunchFailure(`${errorText(error).split('. ')[0]}. See: npm start -- --help`)
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined) return USUAL_PORT
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new LaunchFailure(`--port ${text} is no port: give a number from 1 to 65535.`)
}

function absolute(folder: string | undefined): string | null {
  return folder === undefined ? null : path.resolve(folder)
}
