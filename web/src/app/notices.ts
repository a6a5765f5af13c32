import { reactive } from 'vue'

export type Tone = 'done' | 'info' | 'fault'

export interface Notice {
  id: number
  tone: Tone
  text: string
  /** What can be done about it within the time the notice stays. */
  action?: { label: string; run: () => void }
}

const STAY_MS = 8_000

let last = 0

export const notices = reactive<Notice[]>([])

export function dismiss(id: number): void {
  const index = notices.findIndex((notice) => notice.id === id)
  if (index >= 0) notices.splice(index, 1)
}

/** Tells something in a corner and to screen readers. Faults stay until they are closed. */
export function tell(tone: Tone, text: string, action?: Notice['action']): number {
  last += 1
  const id = last
  notices.push({ id, tone, text, action })
  if (tone !== 'fault') setTimeout(() => dismiss(id), STAY_MS)
  return id
}
