import { defineAsyncComponent } from 'vue'

/** The map brings MapLibre with it, so it is fetched only where one is shown. */
export const CityMap = defineAsyncComponent(() => import('./CityMap.vue'))
