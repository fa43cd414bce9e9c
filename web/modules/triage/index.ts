export { triageApi, type MatterView } from './api'
export { default as MatterSelect } from './MatterSelect.vue'
