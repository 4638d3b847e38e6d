import './styles/uswds.scss'
import './styles/base.css'
import './styles/density.css'
import './styles/print.css'
import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { onForget } from './api/session-store.ts'
import { keepFocus } from './app/keep-focus.ts'
import { queries } from './app/queries.ts'
import { router } from './app/router.tsx'
import { firstLanguage, speak } from './i18n.ts'
import { forgetDrafts } from './parts/form/drafts.ts'

onForget((staying) => {
  forgetDrafts(staying?.account.id)
  queries.clear()
})

keepFocus()
await speak(firstLanguage())
createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
)
