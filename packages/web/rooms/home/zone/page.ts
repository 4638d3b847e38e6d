import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const zone = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/zones/$zoneId',
  staticData: { title: msg`Zone`, permission: 'home.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'ZoneEditor'),
})
