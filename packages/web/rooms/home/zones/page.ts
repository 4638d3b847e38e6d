import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const zones = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/zones',
  staticData: { title: msg`Zones`, permission: 'home.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Zones'),
})
