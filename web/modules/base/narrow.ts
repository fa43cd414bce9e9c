import { onUnmounted, ref } from 'vue'

/** Whether the window is too narrow for a table; follows the window while the page lives. */
export function useNarrow(below_px = 800) {
  const media = matchMedia(`(max-width: ${below_px - 1}px)`)
  const narrow = ref(media.matches)
  const follow = () => (narrow.value = media.matches)
  media.addEventListener('change', follow)
  onUnmounted(() => media.removeEventListener('change', follow))
  return narrow
}
