import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const ownAccount = createRoute({
  getParentRoute: () => staff,
  path: '/account',
  staticData: { title: msg`My account`, permission: null, menu: { room: 'access', order: 90 } },
  component: lazyRouteComponent(() => import('./view.tsx'), 'OwnAccount'),
})
