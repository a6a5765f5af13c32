import dayjs from 'dayjs'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A business date stays the text it is: no zone can move it. */
export const shownDate = (day: string | null | undefined): string => day ?? '—'

/** Zone of companies that say nothing else. */
const HOME_OFFSET_MINUTES = 8 * 60
const WITH_OFFSET = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*[+-]\d{2}:\d{2}$/
const IN_UTC = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/**
 * An instant as the company's clock showed it. The server sends it with the company's offset, and the text is taken at
 * its word: the zone of somebody's laptop must not move a deadline. UTC is shown in China's time.
 */
export function shownInstant(instant: string | null | undefined): string {
  const local = WITH_OFFSET.exec(instant ?? '')
  if (local !== null) return `${local[1]} ${local[2]}`
  if (!IN_UTC.test(instant ?? '')) return '—'
  const moved = new Date(Date.parse(instant ?? '') + HOME_OFFSET_MINUTES * 60_000)
  return moved.toISOString().slice(0, 16).replace('T', ' ')
}

/** Days from one business date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  // Noon, so that a change of summer time never makes a day shorter than a day.
  return dayjs(`${to}T12:00:00Z`).diff(dayjs(`${from}T12:00:00Z`), 'day')
}

export const isDay = (text: unknown): text is string => typeof text === 'string' && DAY.test(text)
