import { watch } from 'vue'

const BEFORE = 'xd.draft.'

function read(key: string): Record<string, unknown> {
  try {
    return JSON.parse(sessionStorage.getItem(BEFORE + key) ?? '{}') as Record<string, unknown>
  } catch {
    // A browser may forbid storage; then a draft lasts as long as its form.
    return {}
  }
}

function write(key: string, draft: object): void {
  try {
    if (Object.keys(draft).length === 0) sessionStorage.removeItem(BEFORE + key)
    else sessionStorage.setItem(BEFORE + key, JSON.stringify(draft))
  } catch {
    // Too long or forbidden: see above.
  }
}

/**
 * Keeps what is typed into a form, in this window only, until it is saved: closing it by mistake or a session that ends loses
 * nothing. Only what differs from the start is kept, so that the rest follows the server. Never for passwords.
 *
 * @returns forgets the draft, after saving
 */
export function useDraft<T extends Record<string, string>>(key: string, form: T): () => void {
  const start: T = { ...form }
  for (const [name, text] of Object.entries(read(key)))
    if (name in start && typeof text === 'string') Object.assign(form, { [name]: text })
  watch(
    form,
    (now) => write(key, Object.fromEntries(Object.entries(now).filter(([name, text]) => text !== start[name]))),
    { deep: true, flush: 'sync' },
  )
  return () => write(key, {})
}

/** Forgets every draft, before another person works in this window. */
export function forgetDrafts(): void {
  try {
    const keys = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '')
    keys.filter((key) => key.startsWith(BEFORE)).forEach((key) => sessionStorage.removeItem(key))
  } catch {
    // Nothing can be kept where storage is forbidden.
  }
}
