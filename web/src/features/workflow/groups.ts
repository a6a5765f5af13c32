import type { InboxEntry } from '@/app/api/contract'
import { daysBetween } from '@/kit/dates'

export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'none'

const ORDER: DueGroup[] = ['overdue', 'today', 'week', 'later', 'none']

/** Days until Sunday: a week ends then, as the server counts it. */
const restOfWeek = (today: string): number => (7 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7

export function groupOf(due: string | null | undefined, today: string): DueGroup {
  if (due === null || due === undefined) return 'none'
  const rest = daysBetween(today, due)
  if (rest < 0) return 'overdue'
  if (rest === 0) return 'today'
  return rest <= restOfWeek(today) ? 'week' : 'later'
}

/** What waits by its day, the most urgent first; groups without anything are left out. */
export function grouped(entries: InboxEntry[], today: string): { name: DueGroup; entries: InboxEntry[] }[] {
  return ORDER.map((name) => ({ name, entries: entries.filter(({ due }) => groupOf(due, today) === name) })).filter(
    (group) => group.entries.length > 0,
  )
}
