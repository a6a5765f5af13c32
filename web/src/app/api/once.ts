import { watch } from 'vue'
import { Problem } from './problem'

/** Whether nobody can tell if a change took effect: no answer came, or only one of something in between. */
const isLost = (error: unknown): boolean => error instanceof Problem && (error.status === 0 || error.status >= 500)

/**
 * Sends the change of a form so that it happens once: tried again after a lost answer, it goes under the same key and gets
 * the first answer. A form that was edited, answered or refused is another change.
 */
export function useOnce(form: () => unknown): <T>(send: (key: string) => Promise<T>) => Promise<T> {
  let key = crypto.randomUUID()
  const renew = (): void => {
    key = crypto.randomUUID()
  }
  watch(form, renew, { deep: true, flush: 'sync' })
  return async (send) => {
    try {
      const answer = await send(key)
      renew()
      return answer
    } catch (error) {
      if (!isLost(error)) renew()
      throw error
    }
  }
}
