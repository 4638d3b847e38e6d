import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const accounts = createRoute({
  getParentRoute: () => staff,
  path: '/accounts',
  staticData: { title: msg`Accounts`, permission: 'account.unlock', menu: { room: 'access', order: 10 } },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Accounts'),
})
