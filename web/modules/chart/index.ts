/** Charts: imported by pages that are loaded late only, since the library is large. */
export { startChart } from './chart'
export { default as BarsAndShares } from './BarsAndShares.vue'
