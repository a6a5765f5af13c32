/** Lists that have been opened since the page was loaded. */
const opened = new Set<string>()

export interface LastView {
  /** Whether this is the first time that the list opens since the page was loaded. */
  due: () => boolean
  kept: () => string | null
  keep: (view: string) => void
}

/** The view of a list that was used last on this device (上次视图). */
export function lastView(list: string): LastView {
  const key = `xd.view.${list}`
  return {
    due: () => {
      const first = !opened.has(list)
      opened.add(list)
      return first
    },
    kept: () => {
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    keep: (view) => {
      try {
        localStorage.setItem(key, view)
      } catch {
        // Without storage the list opens as it is.
      }
    },
  }
}
