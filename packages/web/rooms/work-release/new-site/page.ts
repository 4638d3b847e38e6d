import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const newSite = createRoute({
  getParentRoute: () => staff,
  path: '/sites/new',
  staticData: { title: msg`Add site`, permission: 'site.write' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'NewSite'),
})
