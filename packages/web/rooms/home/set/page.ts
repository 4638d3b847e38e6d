import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const zoneSet = createRoute({
  getParentRoute: () => staff,
  path: '/zone-sets/$id',
  staticData: { title: msg`Zone set`, permission: 'home.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'ZoneSet'),
})
