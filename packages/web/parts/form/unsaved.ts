const unsaved = new Set<symbol>()

/** Marks a form as holding what is not saved, or not any more. */
export function markUnsaved(form: symbol, isUnsaved: boolean): void {
  if (isUnsaved) unsaved.add(form)
  else unsaved.delete(form)
}

/** Whether anything typed on this page would be given up by signing out. */
export const hasUnsaved = (): boolean => unsaved.size > 0
