import path from 'node:path'
import { parseArgs } from 'node:util'
import { errorText, LaunchFailure } from './failure.ts'

/** What `npm start` was asked to do. */
export interface StartOptions {
  readonly port: number
  /** Where units report. */
  readonly devicePort: number
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
/** The device doors stand beside the office's port unless --device-port says otherwise. */
const DOORS_BESIDE = 10

export const START_HELP = `npm start -- [options]

Starts Inlieu: its own PostgreSQL, the office, the watch and the worker. The first start sets everything up and
loads a small demonstration. Ctrl-C stops all of it.

  --port N           serve on 127.0.0.1, port N (${USUAL_PORT})
  --device-port N    the port at which units report (${DOORS_BESIDE} above the other)
  --data DIR         where the data is (.data in the checkout)
  --keys DIR         where the keys are (keys in the data folder)
  --production       a real office: --data outside the checkout and --keys outside the data are needed;
                     refuses root and demonstration data, asks for the first administrator
  --admin-file FILE  with --production: the first administrator as JSON instead of questions
  --demo             load the demonstration into the server of DATABASE_URL
  --help             print this

DATABASE_URL         use this PostgreSQL server (18 or newer) instead of an own one; a role that may create roles,
                     or the role inlieu_owner with INLIEU_APP_URL, INLIEU_WORKER_URL and
                     INLIEU_INGEST_URL for the others
`

/** Reads the arguments of `npm start --`. @throws LaunchFailure naming the argument that is wrong */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { values } = parse(args)
  const port = readPort(values.port, '--port', USUAL_PORT)
  const devicePort = readPort(values['device-port'], '--device-port', beside(port))
  if (port === devicePort)
    throw new LaunchFailure(`--device-port ${port} is the office's port: give another one.`)
  return {
    port,
    devicePort,
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
        'device-port': { type: 'string' },
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

/** The highest ports have none above them. */
const beside = (port: number) => (port + DOORS_BESIDE <= 65_535 ? port + DOORS_BESIDE : port - DOORS_BESIDE)

function readPort(text: string | undefined, option: string, usual: number): number {
  if (text === undefined) return usual
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new LaunchFailure(`${option} ${text} is no port: give a number from 1 to 65535.`)
}

function absolute(folder: string | undefined): string | null {
  return folder === undefined ? null : path.resolve(folder)
}
