export { fill, inserted, openBlanks, type Filling } from './blanks'
export { default as TemplatePick } from './TemplatePick.vue'
export { type TemplateUse } from './api'
export { templateWords } from './words'
