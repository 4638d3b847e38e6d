import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const onCall = createRoute({
  getParentRoute: () => staff,
  path: '/on-call',
  staticData: { title: msg`On call`, permission: 'shift.read', menu: { room: 'monitoring', order: 55 } },
  component: lazyRouteComponent(() => import('./view.tsx'), 'OnCall'),
})
