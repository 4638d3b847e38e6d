import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const screening = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/screening',
  staticData: { title: msg`Screening`, permission: 'enrolment.read' },
  validateSearch: (given: Record<string, unknown>): { step?: 'early-release'; again?: 'yes' } => ({
    ...(given.step === 'early-release' ? { step: 'early-release' as const } : {}),
    ...(given.again === 'yes' ? { again: 'yes' as const } : {}),
  }),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Screening'),
})
