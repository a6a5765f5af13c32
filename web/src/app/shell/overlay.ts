import { ref } from 'vue'

export type Layer = 'search' | 'help' | 'keys' | 'jobs' | 'me'

const shown = ref<Layer | null>(null)

/** Which layer of the shell is open; one at a time. */
export const overlay = {
  is: (layer: Layer): boolean => shown.value === layer,
  open: (layer: Layer): void => {
    shown.value = layer
  },
  close: (): void => {
    shown.value = null
  },
  toggle: (layer: Layer): void => {
    shown.value = shown.value === layer ? null : layer
  },
}
