/** Under which the details of a person stand in the page's memory. */
export const detailsKey = (id: string) => ['people', 'details', id]
