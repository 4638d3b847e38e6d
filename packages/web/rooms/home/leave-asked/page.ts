import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const leaveAsked = createRoute({
  getParentRoute: () => staff,
  path: '/leave/$id',
  staticData: { title: msg`Leave`, permission: 'home.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'LeaveAsked'),
})
