import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const forwarders = createRoute({
  getParentRoute: () => staff,
  path: '/equipment/forwarders',
  staticData: {
    title: msg`Forwarders`,
    permission: 'equipment.credential',
    menu: { room: 'equipment', order: 30 },
  },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Forwarders'),
})
