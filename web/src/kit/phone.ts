import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the screen is a phone's, below 640 px. */
export function usePhone(): Ref<boolean> {
  const query = typeof matchMedia === 'function' ? matchMedia('(max-width: 639px)') : null
  const phone = ref(query?.matches ?? false)
  const look = (event: MediaQueryListEvent) => {
    phone.value = event.matches
  }
  query?.addEventListener('change', look)
  onScopeDispose(() => query?.removeEventListener('change', look))
  return phone
}
