import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const today = createRoute({
  getParentRoute: () => staff,
  path: '/',
  staticData: { title: msg`Today`, permission: null, menu: { room: 'desk', order: 10 } },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Today'),
})
