import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { fieldsOf, Problem } from '@/app/api/problem'

export interface Work {
  fault: Ref<unknown>
  busy: Ref<boolean>
  marked: ComputedRef<Set<string>>
  /** Does one thing at a time; whether it was done. A failure is kept to be shown. */
  run: (act: () => Promise<void>) => Promise<boolean>
}

/** What every small form of the account does with its button and its faults. */
export function useWork(): Work {
  const fault = ref<unknown>(null)
  const busy = ref(false)
  const marked = computed(() => (fault.value instanceof Problem ? fieldsOf(fault.value) : new Set<string>()))
  async function run(act: () => Promise<void>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    fault.value = null
    try {
      await act()
      return true
    } catch (error) {
      fault.value = error
      return false
    } finally {
      busy.value = false
    }
  }
  return { fault, busy, marked, run }
}
