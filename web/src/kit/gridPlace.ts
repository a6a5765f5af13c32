import { onBeforeUnmount } from 'vue'
import { useRouter } from 'vue-router'

/** Where somebody was in a list. */
export interface GridPlace {
  offset: number
  active: number
}

interface Entry {
  position?: number
  grids?: Record<string, GridPlace>
}

const entry = (): Entry => (window.history.state as Entry | null) ?? {}

/**
 * Remembers the place in a list with the entry of the browser's history that shows it, so that going back leads there,
 * while opening the list anew begins at its top. Answers the place to come back to, if any.
 */
export function useGridPlace(name: string, now: () => GridPlace): GridPlace | null {
  const { position, grids } = entry()
  // Before the address changes: afterwards the entry is another one's. Going back has left ours already.
  const stop = useRouter().beforeEach(() => {
    const here = entry()
    if (here.position !== position) return
    window.history.replaceState({ ...here, grids: { ...here.grids, [name]: now() } }, '')
  })
  onBeforeUnmount(stop)
  return grids?.[name] ?? null
}
