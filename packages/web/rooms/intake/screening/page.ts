import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const screening = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/screening',
  staticData: { title: msg`Screening`, permission: 'enrolment.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Screening'),
})
