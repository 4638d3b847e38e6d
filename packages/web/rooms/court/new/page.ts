import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const newCommitment = createRoute({
  getParentRoute: () => staff,
  path: '/commitments/new',
  staticData: {
    title: msg`Receive a commitment`,
    permission: 'commitment.write',
    menu: { room: 'court', order: 20 },
  },
  /** `person`: whose it is, where one comes from their page. */
  validateSearch: (given: Record<string, unknown>): { person?: string } =>
    typeof given.person === 'string' ? { person: given.person } : {},
  component: lazyRouteComponent(() => import('./view.tsx'), 'NewCommitment'),
})
