import { lint } from './lint-steps.ts'

const steps = await lint()
for (const step of steps)
  process.stdout.write(`${step.ok ? 'holds' : 'BROKEN'}  ${step.name}\n${step.ok ? '' : step.output}`)
process.exit(steps.every((step) => step.ok) ? 0 : 1)
