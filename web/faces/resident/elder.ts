import { ref } from 'vue'

const REMEMBERED = 'mulin.elder'
const on = ref(false)

function apply(chosen: boolean): void {
  on.value = chosen
  document.documentElement.toggleAttribute('data-elder', chosen)
}

/** Senior mode 长辈版: one tap away, and remembered on this device. */
export const elder = {
  on,
  restore: () => apply(localStorage.getItem(REMEMBERED) === 'yes'),
  toggle(): void {
    apply(!on.value)
    localStorage.setItem(REMEMBERED, on.value ? 'yes' : 'no')
  },
}
