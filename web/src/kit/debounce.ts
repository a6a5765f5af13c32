import { onScopeDispose, ref, watch, type Ref } from 'vue'

const WAIT_MS = 250

/** Follows a value once it has been still for a moment, so that each key press is not a request. */
export function useDebounced<T>(source: Ref<T>, wait = WAIT_MS): Ref<T> {
  const result = ref(source.value) as Ref<T>
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(source, (value) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      result.value = value
    }, wait)
  })
  onScopeDispose(() => clearTimeout(timer))
  return result
}

/** True only once something has lasted longer than a wink; a skeleton that flashes is worse than none. */
export function useLate(source: Ref<boolean>, wait = 200): Ref<boolean> {
  const late = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    source,
    (on) => {
      clearTimeout(timer)
      late.value = false
      if (on) {
        timer = setTimeout(() => {
          late.value = true
        }, wait)
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return late
}
