export { default as ExclusionPanel } from './ExclusionPanel.vue'
export { exclusionWords } from './words'
