import { describe, expect, it } from 'vitest'
import type { CalendarDay } from '@/app/api/contract'
import { holidaysOf, kindOf, monthsOf, stretches, weekday, yearOf, yearsToShow } from './months'

/** Days of a year as the server sends them: weekends off, and what a notice says otherwise. */
function daysOf(year: number, said: Record<string, [worked: boolean, name: string]> = {}): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let at = Date.UTC(year, 0, 1, 12); new Date(at).getUTCFullYear() === year; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    const [worked, name] = said[day] ?? [weekday(day) < 5, null]
    days.push({ day, worked, name })
  }
  return days
}

describe('a day', () => {
  it.each([
    ['2026-03-02', true, null, 'worked'],
    ['2026-03-07', false, null, 'weekend'],
    ['2026-10-01', false, '国庆节', 'off'],
    ['2026-10-03', false, '国庆节', 'off'],
    ['2026-10-10', true, '国庆节', 'extra'],
    ['2026-10-09', true, '国庆节', 'worked'],
  ])('%s, worked %s, of %s, is %s', (day, worked, name, kind) => {
    expect(kindOf({ day, worked, name })).toBe(kind)
  })

  it('has its place in a week that begins on Monday', () => {
    expect(weekday('2026-03-02')).toBe(0)
    expect(weekday('2026-01-10')).toBe(5)
    expect(weekday('2026-03-01')).toBe(6)
  })
})

describe('the months of a year', () => {
  it('are twelve, of whole weeks, with every day once', () => {
    const months = monthsOf(daysOf(2028))
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true)
    const days = months.flatMap(({ weeks }) => weeks.flat()).flatMap((cell) => (cell === null ? [] : [cell.day]))
    expect(days).toHaveLength(366)
    expect(days[59]).toBe('2028-02-29')
  })

  it('begin under their day of the week', () => {
    const march = monthsOf(daysOf(2026))[2]
    expect(march?.weeks[0]?.map((cell) => cell?.number ?? null)).toEqual([null, null, null, null, null, null, 1])
    expect(march?.weeks).toHaveLength(6)
    expect(march?.worked).toBe(22)
  })

  it('need no blank week where a month begins on Monday and ends on Sunday', () => {
    const february = monthsOf(daysOf(2027))[1]
    expect(february?.weeks).toHaveLength(4)
    expect(february?.weeks.flat()).not.toContain(null)
  })

  it('count holidays and make-up days', () => {
    const october = monthsOf(
      daysOf(2026, {
        '2026-10-01': [false, '国庆节'],
        '2026-10-02': [false, '国庆节'],
        '2026-10-10': [true, '国庆节'],
      }),
    )[9]
    expect(october?.worked).toBe(22 - 2 + 1)
  })
})

describe('holidays', () => {
  it('are told with their stretches and the days worked for them, in the order of the year', () => {
    const days = daysOf(2026, {
      '2026-01-01': [false, '元旦'],
      '2026-01-02': [false, '元旦'],
      '2026-01-03': [false, '元旦'],
      '2026-01-04': [true, '元旦'],
      '2026-09-20': [true, '国庆节'],
      '2026-09-25': [false, '中秋节'],
      '2026-10-01': [false, '国庆节'],
    })
    expect(holidaysOf(days)).toEqual([
      { name: '元旦', off: ['2026-01-01', '2026-01-02', '2026-01-03'], extra: ['2026-01-04'] },
      { name: '中秋节', off: ['2026-09-25'], extra: [] },
      { name: '国庆节', off: ['2026-10-01'], extra: ['2026-09-20'] },
    ])
  })

  it('stretch over the end of a month and break where a day is missing', () => {
    expect(stretches(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-05'])).toEqual([
      '2026-02-27 – 2026-03-01',
      '2026-03-05',
    ])
    expect(stretches([])).toEqual([])
  })
})

describe('the years to choose from', () => {
  it('are those that are known and those around today, each once, the latest first', () => {
    expect(yearsToShow([2025, 2026, 2031], 2040, 2026)).toEqual([2040, 2031, 2027, 2026, 2025])
  })

  it('begin with that of today, unless the address says otherwise', () => {
    expect(yearOf('', '2026-11-23')).toBe(2026)
    expect(yearOf('2025', '2026-11-23')).toBe(2025)
    expect(yearOf('1900', '2026-11-23')).toBe(2026)
    expect(yearOf('next', '2026-11-23')).toBe(2026)
  })
})
