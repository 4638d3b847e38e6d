import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const lounge = createRoute({
  getParentRoute: () => staff,
  path: '/lounge',
  staticData: {
    title: msg`Lounge screen`,
    permission: 'enrolment.read',
    menu: { room: 'intake', order: 20 },
  },
  component: lazyRouteComponent(() => import('./view.tsx'), 'LoungeScreen'),
})
