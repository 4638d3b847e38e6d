import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const contract = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/contract',
  staticData: { title: msg`Work contract`, permission: 'enrolment.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Contract'),
})
