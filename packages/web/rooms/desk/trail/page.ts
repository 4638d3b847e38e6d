import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const trail = createRoute({
  getParentRoute: () => staff,
  path: '/trail',
  staticData: { title: msg`Audit trail`, permission: 'audit.read', menu: { room: 'access', order: 20 } },
  validateSearch: (given: Record<string, unknown>) => ({
    operation: ['insert', 'update', 'look'].includes(String(given.operation))
      ? (given.operation as 'insert' | 'update' | 'look')
      : undefined,
  }),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Trail'),
})
