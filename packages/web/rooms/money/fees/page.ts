import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const fees = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/fees',
  staticData: { title: msg`Fees`, permission: 'fee.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Fees'),
})
