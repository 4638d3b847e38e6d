import { createRouter } from '@tanstack/react-router'
import { NotFound } from './frame/not-found.tsx'
import { PageError } from './frame/page-error.tsx'
import { pages } from './pages.ts'
import { nowhere, root, staff } from './routes.tsx'

const routeTree = root.addChildren([staff.addChildren([...pages, nowhere])])

// The parts, one under the other, for whoever builds pages; not in what people are served.
if (import.meta.env.DEV) {
  const { gallery } = await import('../gallery/pages.ts')
  staff.addChildren([...pages, ...gallery, nowhere])
}

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  // Every value in the address is text: a docket of digits, or `1e5`, is no number.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (values) => {
    const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
    return given.length === 0
      ? ''
      : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
  },
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
