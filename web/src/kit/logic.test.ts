import { describe, expect, it } from 'vitest'
import { AGES, ageColour, gradeColour } from './colours'
import { daysBetween, isDay, shownInstant } from './dates'
import { fromQuery, toQuery } from './filters'
import { ariaSort, clampWidth, fitLayout, moved, nextRow, nextSort, startLayout, type GridColumn } from './grid'
import { percentDone, withJob } from './jobs'
import { axisText, optionOf } from './chart'
import type { Job } from '@/app/api/contract'

describe('filters in the address', () => {
  const defaults = { q: '', grade: '', sort: '-overdue' }

  it('come back as they were, and leave other members of the address alone', () => {
    const filters = { q: '恒远', grade: 'B', sort: '-overdue' }
    const query = toQuery({ new: '1', grade: 'A' }, filters, defaults)
    expect(query).toEqual({ new: '1', q: '恒远', grade: 'B' })
    expect(fromQuery(query, defaults)).toEqual(filters)
  })

  it('are their defaults where the address is silent or says a thing twice', () => {
    expect(fromQuery({ grade: ['A', 'B'] }, defaults)).toEqual(defaults)
  })
})

describe('columns of a grid', () => {
  const columns: GridColumn<unknown>[] = ['number', 'name', 'grade'].map((key) => ({
    key,
    title: key,
    width: 100,
    pinned: key === 'number',
    hidden: key === 'grade',
    text: () => '',
  }))

  it('start as they are defined', () => {
    expect(startLayout(columns)).toEqual({
      order: ['number', 'name', 'grade'],
      hidden: ['grade'],
      pinned: ['number'],
      widths: {},
    })
  })

  it('of a stored layout are kept; unknown ones go and new ones come at their place', () => {
    const stored = {
      order: ['name', 'gone', 'number'],
      hidden: ['name', 'gone'],
      pinned: [],
      widths: { name: 9999, gone: 1 },
    }
    expect(fitLayout(stored, columns)).toEqual({
      order: ['name', 'number', 'grade'],
      hidden: ['name', 'grade'],
      pinned: [],
      widths: { name: 640 },
    })
  })

  it.each([null, 'x', {}, { order: 'x' }, { order: [1, 2] }])('start anew from nonsense: %j', (stored) => {
    expect(fitLayout(stored, columns)).toEqual(startLayout(columns))
  })

  it('move by a step and stay at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c'])
    expect(clampWidth(3)).toBe(56)
  })

  it('sort from the greatest, from the smallest, then as the server likes', () => {
    const clicks = [0, 1, 2].reduce((seen) => [...seen, nextSort(seen.at(-1) ?? '', 'open')], [''])
    expect(clicks).toEqual(['', '-open', 'open', ''])
    expect(['-open', 'open', 'name'].map((sort) => ariaSort(sort, 'open'))).toEqual(['descending', 'ascending', 'none'])
    expect(ariaSort('open', undefined)).toBeUndefined()
  })
})

describe('keys in a grid of 100 rows, 20 on a screen', () => {
  it.each([
    ['j', 5, 6],
    ['ArrowDown', 99, 99],
    ['k', 5, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 90, 99],
    ['PageUp', 5, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
    ['q', 5, null],
  ])('%s from row %i leads to %s', (key, from, to) => {
    expect(nextRow(key, from, 100, 20)).toBe(to)
  })

  it('lead nowhere without rows', () => {
    expect(nextRow('j', 0, 0, 20)).toBeNull()
  })
})

describe('dates', () => {
  it.each([
    ['2026-11-21', '2026-11-21', 0],
    ['2026-11-21', '2026-11-24', 3],
    ['2026-03-28', '2026-03-30', 2],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-11-21', '2026-11-19', -2],
  ])('from %s to %s are %i days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days)
  })

  it.each([
    ['2026-11-21T14:02:11+08:00', '2026-11-21 14:02'],
    ['2026-11-21T14:02:11.123456-05:00', '2026-11-21 14:02'],
    ['2026-11-21T20:02:11Z', '2026-11-22 04:02'],
    ['nonsense', '—'],
    [null, '—'],
  ])('%s is shown as the company saw it, whatever the zone of this machine', (instant, text) => {
    expect(shownInstant(instant)).toBe(text)
  })

  it('are days only in one form', () => {
    expect(['2026-11-21', '21.11.2026', null, 5].map(isDay)).toEqual([true, false, false, false])
  })
})

describe('colours', () => {
  it('of grades follow the place on the scale: five grades take steps 1, 2, 4, 6 and 8 of nine', () => {
    const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => gradeColour(step, 9).back)
    expect([1, 2, 3, 4, 5].map((step) => gradeColour(step, 5).back)).toEqual(
      [1, 2, 4, 6, 8].map((step) => nine[step - 1]),
    )
    expect([1, 2, 3].map((step) => gradeColour(step, 3).back)).toEqual([2, 5, 8].map((step) => nine[step - 1]))
    expect(new Set(nine).size).toBe(9)
  })

  it('of buckets are those of the schedule, and spread over one of another length', () => {
    expect(AGES.map((_, index) => ageColour(index, 7))).toEqual(AGES)
    expect(ageColour(0, 4)).toBe(AGES[0])
    expect(ageColour(3, 4)).toBe(AGES[6])
  })
})

describe('jobs', () => {
  const job: Job = {
    id: 'a',
    user: null,
    kind: 'import',
    title: '导入',
    state: 'running',
    done: 333,
    total: 1000,
    finished: false,
    rate: null,
    startedAt: null,
    finishedAt: null,
    result: null,
    problem: null,
  }

  it('are replaced in place, and new ones stand first', () => {
    const other = { ...job, id: 'b' }
    expect(withJob([other, job], { ...job, done: 500 }).map(({ id, done }) => `${id}${done}`)).toEqual(['b333', 'a500'])
    expect(withJob([other], job).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it.each([
    ['running', 333, 1000, 33],
    ['running', 999, 1000, 99],
    ['running', 5, null, null],
    ['queued', 0, 0, null],
    ['done', 7, null, 100],
  ] as const)('%s with %i of %s are %s percent: progress is never invented', (state, done, total, percent) => {
    expect(percentDone({ ...job, state, done, total })).toBe(percent)
  })
})

describe('charts', () => {
  it('draw the values, carry patterns on request, and take no styles from texts', () => {
    const data = {
      categories: ['A', 'B'],
      series: [{ name: '客户数', values: ['3', '4'], colours: ['#111111', '#222222'] }],
    }
    const option = optionOf(data, { dark: true, decal: true, label: '等级', language: 'zh-CN' })
    expect(option).toMatchObject({ aria: { decal: { show: true } }, tooltip: { renderMode: 'richText' } })
    expect(JSON.stringify(option.series)).toContain('"value":4')
  })
  it.each([
    [90_000, 'zh-CN', '90,000'],
    [1_200_000, 'zh-CN', '120万'],
    [120_000, 'en', '120k'],
    [1_200_000, 'en', '1.2M'],
  ])('shortens %d in %s to %s', (value, language, text) => {
    expect(axisText(value, language).replace('.00', '').replace('1.20M', '1.2M')).toBe(text)
  })
})
