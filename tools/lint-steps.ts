import { houseRulesBroken } from './house-rules.ts'
import { bin, runCommand } from './run-command.ts'

/** One check of the house and how it went. */
export interface LintStep {
  name: string
  ok: boolean
  output: string
}

/** Format and lint, types of every package, walls between rooms, house rules, both languages complete. */
export async function lint(): Promise<LintStep[]> {
  const commands: [string, string, string[]][] = [
    ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
    ['types of the law', bin('tsc'), ['-p', 'packages/law']],
    ['types of the watch', bin('tsc'), ['-p', 'packages/watch']],
    ['types of the simulator', bin('tsc'), ['-p', 'packages/simulator']],
    ['types of the server', bin('tsc'), ['-p', 'packages/server']],
    ['types of the pages', bin('tsc'), ['-p', 'packages/web']],
    ['types of the tools', bin('tsc'), ['-p', 'tools']],
    ['walls between rooms', bin('depcruise'), ['packages', '--config', '.dependency-cruiser.cjs']],
    [
      'no missing word in Spanish',
      bin('lingui'),
      ['compile', '--strict', '--workers', '1', '--config', 'packages/web/lingui.config.ts'],
    ],
  ]
  const steps: LintStep[] = []
  for (const [name, command, args] of commands) {
    const ended = await runCommand(command, args)
    steps.push({ name, ok: ended.code === 0, output: ended.output })
  }
  const rules = await houseRulesBroken()
  steps.push({
    name: 'house rules',
    ok: rules.length === 0,
    output: rules.map((line) => `${line}\n`).join(''),
  })
  return steps
}
