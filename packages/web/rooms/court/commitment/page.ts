import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const commitment = createRoute({
  getParentRoute: () => staff,
  path: '/commitments/$id',
  staticData: { title: msg`Commitment`, permission: 'commitment.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'CommitmentPage'),
})
