export { default as SavedFilterBar } from './SavedFilterBar.vue'
export { useSavedFilters, type SavedFilters } from './saved'
