import dayjs from 'dayjs'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A business date stays the text it is: no zone can move it. */
export const shownDate = (day: string | null | undefined): string => day ?? '—'

export function shownInstant(instant: string | null | undefined): string {
  if (instant === null || instant === undefined) return '—'
  const time = dayjs(instant)
  return time.isValid() ? time.format('YYYY-MM-DD HH:mm') : '—'
}

/** Days from one business date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  // Noon, so that a change of summer time never makes a day shorter than a day.
  return dayjs(`${to}T12:00:00Z`).diff(dayjs(`${from}T12:00:00Z`), 'day')
}

export const isDay = (text: unknown): text is string => typeof text === 'string' && DAY.test(text)
