export { default as ClockPanel } from './ClockPanel.vue'
export { clockWords } from './words'
