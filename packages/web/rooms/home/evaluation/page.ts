import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const evaluation = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/home/evaluation',
  staticData: { title: msg`Evaluation of the home`, permission: 'home.read' },
  component: lazyRouteComponent(() => import('./view.tsx'), 'EvaluationOfHome'),
})
