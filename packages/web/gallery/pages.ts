import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../app/routes.tsx'
import { listSearch } from '../parts/list/search.ts'

/** The parts as a page shows them. Only where pages are built; its words are in no catalog. */
export const gallery = [
  createRoute({
    getParentRoute: () => staff,
    path: '/gallery/form',
    staticData: { title: msg`Form`, permission: null, menu: { room: 'desk', order: 901 } },
    component: lazyRouteComponent(() => import('./form-view.tsx'), 'FormView'),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/gallery/list',
    staticData: { title: msg`List`, permission: null, menu: { room: 'desk', order: 902 } },
    validateSearch: listSearch('q', 'status', 'from', 'mode'),
    component: lazyRouteComponent(() => import('./list-view.tsx'), 'ListView'),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/gallery/parts',
    staticData: { title: msg`Parts`, permission: null, menu: { room: 'desk', order: 903 } },
    component: lazyRouteComponent(() => import('./parts-view.tsx'), 'PartsView'),
  }),
  createRoute({
    getParentRoute: () => staff,
    path: '/gallery/map',
    staticData: { title: msg`Map`, permission: null, menu: { room: 'desk', order: 904 } },
    component: lazyRouteComponent(() => import('./map-view.tsx'), 'MapView'),
  }),
]
