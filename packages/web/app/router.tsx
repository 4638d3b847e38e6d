import { createRouter } from '@tanstack/react-router'
import { NotFound } from './frame/not-found.tsx'
import { PageError } from './frame/page-error.tsx'
import { pages } from './pages.ts'
import { root, staff } from './routes.tsx'

const routeTree = root.addChildren([staff.addChildren(pages)])

// The parts, one under the other, for whoever builds pages; not in what people are served.
if (import.meta.env.DEV) {
  const { gallery } = await import('../gallery/pages.ts')
  staff.addChildren([...pages, ...gallery])
}

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
  // Data is TanStack Query's, which knows how old it is.
  defaultPreloadStaleTime: 0,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageError,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
