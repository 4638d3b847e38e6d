/** What a command was given does not fit: said to the reader, and exit code 2. */
export class Refusal extends Error {
  /**
   * @param where the file, and the place within it
   * @param what what is wrong there
   * @param whatToDo how to put it right
   */
  constructor(where: string, what: string, whatToDo: string) {
    super(`${where}: ${what} ${whatToDo}`)
  }
}
