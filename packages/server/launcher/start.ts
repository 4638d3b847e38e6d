import path from 'node:path'
import { bringUpToDate } from './bring-up-to-date.ts'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { CHECKOUT, defaultDataDir } from './default-data.ts'
import { accountTable, loadInto } from './demonstration.ts'
import { openExternalDatabase } from './external-database.ts'
import { LaunchFailure } from './failure.ts'
import { foundOffice } from './found-office.ts'
import { untilHealthy } from './health.ts'
import { InstanceLock } from './instance-lock.ts'
import { Journal } from './journal.ts'
import { LogFile } from './log-file.ts'
import { embeddedDatabase, type OfficeDatabase } from './office-database.ts'
import type { StartOptions } from './options.ts'
import { checkPort } from './ports.ts'
import { checkProductionOptions, officesIn, productionChecks } from './production.ts'
import { startProgram } from './program.ts'
import { ensureSealingKey } from './sealing-key.ts'
import { isRoot } from './server-user.ts'
import { SupervisedPostgres } from './supervised-postgres.ts'
import { Supervised } from './supervisor.ts'
import type { Undo } from './undo.ts'
import { clearUnfinished, loadWhole } from './unfinished-demonstration.ts'
import { ensureWebBuilt } from './web-build.ts'

/** What the office and the worker are told of the kind of instance they serve. */
type Mode = 'demonstration' | 'office' | 'production'

/**
 * Starts the instance: database, migrations after a backup, web pages, office, watch and worker; in a demonstration
 * the simulator too. Everything started is in `undo`, also when this fails half-way. `lost` is called when the
 * instance must end later on.
 */
export async function startInstance(
  options: StartOptions,
  undo: Undo,
  lost: (failure: LaunchFailure) => void,
): Promise<void> {
  if (options.production) checkProductionOptions({ ...options, checkout: CHECKOUT, asRoot: isRoot() })
  await checkPort(options.port)
  await checkPort(options.devicePort, '--device-port')
  const folder = await chooseFolder(options)
  const keysDir = options.keys ?? path.join(folder.root, 'keys')
  const journal = new Journal(folder.log)
  const building = new AbortController()
  undo.add(async () => building.abort())
  const pages = ensureWebBuilt(CHECKOUT, (line) => journal.say(line), building.signal)
  // Its failure is reported where it is awaited, below, and not as an unhandled one before that.
  pages.catch(() => {})

  const database = await openDatabase(folder, keysDir, undo, journal)
  await clearUnfinished(folder, database)
  await bringUpToDate(database, folder, keysDir, (line) => journal.say(line))
  const lock = await InstanceLock.take(database.ownerUrl, lost)
  undo.add(() => lock.release())
  const mode = await prepareOffice(database, folder, keysDir, options, journal)
  await pages

  const env = { INLIEU_DATA: folder.root, INLIEU_KEYS: keysDir, INLIEU_MODE: mode }
  const officeLog = new LogFile(path.join(folder.log, 'office.log'))
  const program = async (name: string, log: LogFile, more: Record<string, string>) => {
    const file = path.resolve(import.meta.dirname, `../${name}.ts`)
    const supervised = new Supervised(
      name,
      async () => startProgram(file, { ...env, ...more }, log),
      (line) => journal.say(line),
    )
    await supervised.start()
    undo.add(() => supervised.stop())
    return supervised
  }
  await program('worker', new LogFile(path.join(folder.log, 'worker.log')), {
    INLIEU_WORKER_URL: database.workerUrl,
  })
  const office = await program('office', officeLog, {
    INLIEU_APP_URL: database.appUrl,
    INLIEU_PORT: String(options.port),
    INLIEU_DEVICE_PORT: String(options.devicePort),
  })
  const watchLog = new LogFile(path.join(folder.log, 'watch.log'))
  const watch = await program('watch', watchLog, {
    INLIEU_INGEST_URL: database.ingestUrl,
    INLIEU_DEVICE_PORT: String(options.devicePort),
  })
  await Promise.all([
    untilHealthy(office, `http://127.0.0.1:${options.port}/api/health`, officeLog),
    untilHealthy(watch, `http://127.0.0.1:${options.devicePort}/health`, watchLog),
  ])
  if (mode === 'demonstration') await program('simulate', ...simulator(options, folder, database))
  journal.note(`ready on port ${options.port}, ${mode}`)
  process.stdout.write(await welcome(options, folder, mode))
}

/** People and units of the demonstration's second office. Nothing waits for them, and nothing ends with them. */
function simulator(
  { devicePort }: StartOptions,
  folder: DataFolder,
  database: OfficeDatabase,
): [LogFile, Record<string, string>] {
  const { INLIEU_PARTICIPANTS } = process.env
  return [
    new LogFile(path.join(folder.log, 'simulate.log')),
    {
      INLIEU_APP_URL: database.appUrl,
      INLIEU_DEVICE_PORT: String(devicePort),
      ...(INLIEU_PARTICIPANTS ? { INLIEU_PARTICIPANTS } : {}),
    },
  ]
}

async function chooseFolder(options: StartOptions): Promise<DataFolder> {
  if (options.data !== null) return openDataFolder(options.data)
  const { folder, because } = await defaultDataDir()
  if (because !== null)
    process.stdout.write(
      `${because} is closed to the user PostgreSQL runs as, so the data is in ${folder} (--data chooses another folder).\n`,
    )
  return openDataFolder(folder)
}

async function openDatabase(
  folder: DataFolder,
  keysDir: string,
  undo: Undo,
  journal: Journal,
): Promise<OfficeDatabase> {
  const { DATABASE_URL } = process.env
  if (DATABASE_URL) {
    const database = await openExternalDatabase(DATABASE_URL, folder, keysDir)
    undo.add(() => database.close())
    return database
  }
  const notice = (line: string) => journal.say(line)
  const supervised = new SupervisedPostgres({ dataDir: folder.root, keysDir, notice }, notice)
  undo.add(() => supervised.stop())
  return embeddedDatabase(await supervised.start())
}

async function prepareOffice(
  database: OfficeDatabase,
  folder: DataFolder,
  keysDir: string,
  options: StartOptions,
  journal: Journal,
): Promise<Mode> {
  const { isEmpty, hasDemonstration } = await officesIn(database.ownerUrl)
  await ensureSealingKey(keysDir, { isEmpty })
  if (options.production) {
    await productionChecks(database.ownerUrl)
    if (isEmpty) await foundOffice(database.ownerUrl, options.adminFile)
    return 'production'
  }
  if (isEmpty && (database.embedded !== null || options.demo)) {
    journal.say('Loading the demonstration.')
    await loadWhole(folder, () => loadInto(database, keysDir))
    return 'demonstration'
  }
  if (!isEmpty && !hasDemonstration)
    throw new LaunchFailure(
      'This database holds a real office: start it with --production, which keeps to the rules for one (second factor, keys apart).',
    )
  return hasDemonstration ? 'demonstration' : 'office'
}

async function welcome({ port, devicePort }: StartOptions, folder: DataFolder, mode: Mode): Promise<string> {
  const address = `Inlieu is ready: http://127.0.0.1:${port}\nUnits report to http://127.0.0.1:${devicePort}\n`
  if (mode === 'production') return address
  const data = `The data is in ${folder.root}\n`
  const accounts =
    mode === 'demonstration' ? `\nThe accounts of its offices:\n${await accountTable()}\n\n` : ''
  return `${address}${data}${accounts}Ctrl-C stops it.\n`
}
