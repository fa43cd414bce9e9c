export { default as BulkBar } from './BulkBar.vue'
export { default as RowCheck } from './RowCheck.vue'
export { useSelection, type Selection } from './selection'
