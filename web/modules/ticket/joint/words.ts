import { en } from './wordsEn'
import { zh } from './wordsZh'

export const jointWords = { zh, en }
