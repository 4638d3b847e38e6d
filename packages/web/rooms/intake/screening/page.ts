import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

/** `step`: the set of questions; `again`: screen anew although the last one is decided. */
export type ScreeningSearch = { step?: 'early-release'; again?: 'yes' }

export const screening = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/screening',
  staticData: { title: msg`Screening`, permission: 'enrolment.read' },
  validateSearch: (search: Record<string, unknown>): ScreeningSearch => ({
    ...(search.step === 'early-release' ? { step: 'early-release' } : {}),
    ...(search.again === 'yes' ? { again: 'yes' } : {}),
  }),
  component: lazyRouteComponent(() => import('./view.tsx'), 'Screening'),
})
