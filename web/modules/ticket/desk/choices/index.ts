export { default as DutySelect } from './DutySelect.vue'
export { default as PostSelect } from './PostSelect.vue'
export { default as ReasonSelect } from './ReasonSelect.vue'
export { default as UnitSelect } from './UnitSelect.vue'
