export { addIdentifier } from './add-identifier.ts'
export { candidateView, likelyDuplicatesView } from './answers.ts'
export { changePerson } from './change-person.ts'
export { endIdentifier } from './end-identifier.ts'
export { findByIdentifier } from './find-by-identifier.ts'
export { type FoundPerson, findPeople, keyBegins, type SearchTerm, searchTerms } from './find-people.ts'
export {
  type IdentifierKind,
  identifierBody,
  identifierKinds,
  type SealableIdentifier,
  sealable,
} from './identifier-number.ts'
export type { Candidate } from './likely-duplicates.ts'
export { fold, nameWords } from './name-words.ts'
export { openIdentifier } from './open-identifier.ts'
export { type OpenPersonAnswer, openPerson } from './open-person.ts'
export { type NewPerson, newPersonBody, type PersonChange, personChangeBody } from './person-schema.ts'
export { phoneDigits } from './phone-number.ts'
export { peopleRoutes } from './routes.ts'
export {
  nameKeys,
  numberKeys,
  phoneKeys,
  plainNumber,
  type SearchKind,
  searchKeysOf,
  soundKeys,
} from './search-keys.ts'
export { setPhoto } from './set-photo.ts'
export { setSearchKeys } from './set-search-keys.ts'
export { zipPlace } from './zip-place.ts'
