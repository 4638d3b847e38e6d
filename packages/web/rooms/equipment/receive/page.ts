import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const receiveUnits = createRoute({
  getParentRoute: () => staff,
  path: '/equipment/receive',
  staticData: { title: msg`Receive units`, permission: 'equipment.write' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Receive'),
})
