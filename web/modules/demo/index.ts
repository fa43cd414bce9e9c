export { default as DemoBanner } from './DemoBanner.vue'
export { default as DemoMessages } from './DemoMessages.vue'
export { default as DemoSignIns } from './DemoSignIns.vue'
export { demoWords } from './words'
