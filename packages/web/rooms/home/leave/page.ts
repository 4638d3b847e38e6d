import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const ownLeave = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/leave',
  staticData: { title: msg`Leave`, permission: 'home.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'OwnLeave'),
})
