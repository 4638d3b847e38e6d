import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const models = createRoute({
  getParentRoute: () => staff,
  path: '/equipment/models',
  staticData: {
    title: msg`Models and prices`,
    permission: 'equipment.read',
    menu: { room: 'equipment', order: 20 },
  },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Models'),
})
