import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const schedule = createRoute({
  getParentRoute: () => staff,
  path: '/enrolments/$id/schedule',
  staticData: { title: msg`Site and days`, permission: 'site.read' },
  validateSearch: (given: Record<string, unknown>): { site?: string } =>
    typeof given.site === 'string' && given.site !== '' ? { site: given.site } : {},
  component: lazyRouteComponent(() => import('./view.tsx'), 'Schedule'),
})
