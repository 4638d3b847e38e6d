import { msg } from '@lingui/core/macro'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { staff } from '../../../app/routes.tsx'

export const siteSheet = createRoute({
  getParentRoute: () => staff,
  path: '/site-sheet',
  staticData: {
    title: msg`This week’s sheet`,
    permission: 'site-sheet.use',
    menu: { room: 'work', order: 30 },
  },
  component: lazyRouteComponent(() => import('./view.tsx'), 'SiteSheet'),
})
