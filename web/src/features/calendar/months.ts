import type { CalendarDay } from '@/app/api/contract'

/** What a day is; `extra` is a Saturday or Sunday worked for a holiday. */
export type Kind = 'worked' | 'weekend' | 'off' | 'extra'

export interface Cell extends CalendarDay {
  number: number
  kind: Kind
}

export interface Month {
  month: number
  /** Weeks from Monday; null where a day is of another month. */
  weeks: (Cell | null)[][]
  worked: number
}

/** A holiday of the year with what belongs to it. */
export interface Holiday {
  name: string
  off: string[]
  extra: string[]
}

const WEEK = 7

/** 0 is Monday. At noon, so that no zone moves the day. */
export const weekday = (day: string): number => (new Date(`${day}T12:00:00Z`).getUTCDay() + WEEK - 1) % WEEK

const isWeekend = (day: string): boolean => weekday(day) >= 5

export function kindOf({ day, worked, name }: CalendarDay): Kind {
  if (worked) return isWeekend(day) ? 'extra' : 'worked'
  return name === null && isWeekend(day) ? 'weekend' : 'off'
}

function weeksOf(cells: Cell[]): (Cell | null)[][] {
  const first = cells[0]
  if (first === undefined) return []
  const all: (Cell | null)[] = [...Array.from({ length: weekday(first.day) }, () => null), ...cells]
  while (all.length % WEEK !== 0) all.push(null)
  return Array.from({ length: all.length / WEEK }, (_, week) => all.slice(week * WEEK, (week + 1) * WEEK))
}

/** The months of some days, which come in their order. */
export function monthsOf(days: CalendarDay[]): Month[] {
  const byMonth = new Map<number, Cell[]>()
  for (const day of days) {
    const month = Number(day.day.slice(5, 7))
    const cells = byMonth.get(month) ?? []
    cells.push({ ...day, number: Number(day.day.slice(8)), kind: kindOf(day) })
    byMonth.set(month, cells)
  }
  return [...byMonth].map(([month, cells]) => ({
    month,
    weeks: weeksOf(cells),
    worked: cells.filter((cell) => cell.worked).length,
  }))
}

/** Days that follow each other as `2026-10-01 – 2026-10-07`. */
export function stretches(days: string[]): string[] {
  const result: [string, string][] = []
  for (const day of days) {
    const last = result.at(-1)
    if (last !== undefined && dayAfter(last[1]) === day) last[1] = day
    else result.push([day, day])
  }
  return result.map(([from, to]) => (from === to ? from : `${from} – ${to}`))
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** Days worked for a holiday may lie long before it, and it may have no days off of its own. */
const begins = ({ off, extra }: Holiday): string => off[0] ?? extra[0] ?? ''

/** Holidays in the order of their first day off. */
export function holidaysOf(days: CalendarDay[]): Holiday[] {
  const byName = new Map<string, Holiday>()
  for (const day of days) {
    if (day.name === null) continue
    const holiday = byName.get(day.name) ?? { name: day.name, off: [], extra: [] }
    const kind = kindOf(day)
    if (kind === 'off') holiday.off.push(day.day)
    if (kind === 'extra') holiday.extra.push(day.day)
    byName.set(day.name, holiday)
  }
  return [...byName.values()].sort((one, other) => begins(one).localeCompare(begins(other)))
}

/** Years to choose from: those that are known and those around today, the latest first. */
export function yearsToShow(known: number[], chosen: number, today: number): number[] {
  return [...new Set([...known, chosen, today - 1, today, today + 1])].sort((one, other) => other - one)
}

export const FIRST_YEAR = 1950
export const LAST_YEAR = 2200

/** The year that an address asks for, or else that of today. */
export function yearOf(asked: string, today: string): number {
  const year = /^\d{4}$/.test(asked) ? Number(asked) : NaN
  return year >= FIRST_YEAR && year <= LAST_YEAR ? year : Number(today.slice(0, 4))
}
