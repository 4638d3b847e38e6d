import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const channels = createRoute({
  getParentRoute: () => staff,
  path: '/channels',
  staticData: {
    title: msg`How messages leave`,
    permission: 'channel.manage',
    menu: { room: 'access', order: 40 },
  },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Channels'),
})
