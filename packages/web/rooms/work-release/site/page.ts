import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const site = createRoute({
  getParentRoute: () => staff,
  path: '/sites/$id',
  staticData: { title: msg`Work site`, permission: 'site.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Site'),
})
