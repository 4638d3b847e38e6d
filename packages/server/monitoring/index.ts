export { storedInputs } from './path/stored-inputs.ts'
