import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const worksheet = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/worksheet',
  staticData: { title: msg`Sentence worksheet`, permission: 'enrolment.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'Worksheet'),
})
