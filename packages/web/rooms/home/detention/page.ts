import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const detention = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/home',
  staticData: { title: msg`Home detention`, permission: 'home.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Detention'),
})
