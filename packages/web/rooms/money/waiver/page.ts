import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const waiver = createRoute({
  getParentRoute: () => staff,
  path: '/waivers/$id',
  staticData: { title: msg`Waiver`, permission: 'fee.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'WaiverPage'),
})
