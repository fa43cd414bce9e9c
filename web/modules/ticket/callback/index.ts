export { callBackWords } from './words'
