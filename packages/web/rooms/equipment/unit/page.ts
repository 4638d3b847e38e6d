import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const unit = createRoute({
  getParentRoute: () => staff,
  path: '/equipment/$id',
  staticData: { title: msg`Unit`, permission: 'equipment.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Unit'),
})
