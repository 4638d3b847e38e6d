import { useEffect, useRef, useState } from 'react'
import { api } from '../../../api/client.ts'
import type { FormState } from '../../../parts/form/index.ts'

type Place = { city: string; state: string }

const asText = (typed: unknown): string => (typeof typed === 'string' ? typed.trim() : '')

/** Five digits of a ZIP code fill in the city and state, where nothing is typed there yet. */
export function useZipFills(form: FormState): void {
  const zip = asText(form.typed.zip).slice(0, 5)
  const place = usePlace(zip)
  const [filled, setFilled] = useState<Place>()

  // One field at a time: each edit is made on what the one before it left.
  useEffect(() => {
    if (!place || place === filled) return
    if (asText(form.typed.city) === '') form.put('city', place.city)
    else if (asText(form.typed.state) === '') form.put('state', place.state)
    else setFilled(place)
  }, [place, filled, form])
}

/** The post town of a ZIP code that was typed; one that stood there from the beginning has none. */
function usePlace(zip: string): Place | undefined {
  const [found, setFound] = useState<{ zip: string; place: Place }>()
  const known = useRef(zip)
  useEffect(() => {
    if (!/^\d{5}$/.test(zip) || zip === known.current) return
    known.current = zip
    let isStale = false
    void api.GET('/api/people/zip/{zip}', { params: { path: { zip } } }).then(({ data }) => {
      if (!isStale && data?.place) setFound({ zip, place: data.place })
    })
    return () => {
      isStale = true
    }
  }, [zip])
  return found?.zip === zip ? found.place : undefined
}
