import type { Scene } from './stage.ts'

/** Values the source leaves open, entered by the sergeant and approved by the manager. */
export async function settlePolicy(scene: Scene): Promise<void> {
  for (const [name, value] of [
    ['challengeDays', 30],
    ['smallSiteUpTo', 4],
  ] as const) {
    const { id } = await enter(scene, name, value, scene.today.toString())
    await scene.manager.post(`/api/programs/parameters/${id}/approve`, {})
  }
}

/** A change of the policy that waits for somebody else to approve it. */
export async function proposeChange(scene: Scene): Promise<void> {
  await enter(scene, 'rosterLateDays', 10, scene.today.add({ days: 30 }).toString())
}

function enter({ sergeant }: Scene, name: string, value: number, fromDay: string): Promise<{ id: string }> {
  return sergeant.post('/api/programs/parameters', {
    name,
    value,
    fromDay,
    authority: 'Bureau order (made up)',
    resolution: 'D-1',
  })
}
