import type { Density } from '@/app/preferences'

/** One column of a grid: what it is called, how wide it starts, and where on the server it can be sorted. */
export interface GridColumn<Row> {
  key: string
  title: string
  width: number
  align?: 'left' | 'right'
  /** Name of the server's order; without it the head carries no arrow. */
  sort?: string
  /** Starts pinned to the left. */
  pinned?: boolean
  /** Starts hidden; the column chooser brings it. */
  hidden?: boolean
  /** Among the few fields of a card on a phone. */
  card?: boolean
  text: (row: Row) => string
}

/** What a person changed about the columns; saved with a view. */
export interface GridLayout {
  order: string[]
  hidden: string[]
  pinned: string[]
  widths: Record<string, number>
}

export const ROW_HEIGHT: Record<Density, number> = { compact: 32, normal: 36, wide: 44 }
export const NARROWEST = 56
export const WIDEST = 640

export function startLayout<Row>(columns: readonly GridColumn<Row>[]): GridLayout {
  return {
    order: columns.map((column) => column.key),
    hidden: columns.filter((column) => column.hidden).map((column) => column.key),
    pinned: columns.filter((column) => column.pinned).map((column) => column.key),
    widths: {},
  }
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []

/**
 * A stored layout made to fit the columns there are now: unknown ones are forgotten, new ones stand at their place and
 * are shown or hidden as they start.
 */
export function fitLayout<Row>(stored: unknown, columns: readonly GridColumn<Row>[]): GridLayout {
  const start = startLayout(columns)
  if (typeof stored !== 'object' || stored === null) return start
  const given = stored as Partial<Record<keyof GridLayout, unknown>>
  const known = new Set(start.order)
  const order = strings(given.order).filter((key) => known.has(key))
  if (order.length === 0) return start
  const before = new Set(order)
  start.order.forEach((key, place) => {
    if (!before.has(key)) order.splice(place, 0, key)
  })
  const keep = (list: unknown, initial: string[]) => [
    ...strings(list).filter((key) => known.has(key)),
    ...initial.filter((key) => !before.has(key)),
  ]
  const widths = Object.entries((given.widths ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, number] => known.has(entry[0]) && typeof entry[1] === 'number',
  )
  return {
    order,
    hidden: keep(given.hidden, start.hidden),
    pinned: keep(given.pinned, start.pinned),
    widths: Object.fromEntries(widths.map(([key, width]) => [key, clampWidth(width)])),
  }
}

export const clampWidth = (width: number): number => Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)))

/** The order with one column moved by a step; at an end it stays. */
export function moved(order: readonly string[], key: string, step: 1 | -1): string[] {
  const from = order.indexOf(key)
  const to = from + step
  if (from < 0 || to < 0 || to >= order.length) return [...order]
  const result = [...order]
  result.splice(from, 1)
  result.splice(to, 0, key)
  return result
}

export const toggled = (list: readonly string[], key: string): string[] =>
  list.includes(key) ? list.filter((other) => other !== key) : [...list, key]

/** Order after a click on a head: from the greatest, from the smallest, as the server likes. */
export function nextSort(current: string, name: string): string {
  if (current === `-${name}`) return name
  return current === name ? '' : `-${name}`
}

export function ariaSort(current: string, name: string | undefined): 'ascending' | 'descending' | 'none' | undefined {
  if (name === undefined) return undefined
  if (current === name) return 'ascending'
  return current === `-${name}` ? 'descending' : 'none'
}

/** Where a key leads from a row; nothing if the key is none of the grid's. */
export function nextRow(key: string, here: number, count: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: here + 1,
    j: here + 1,
    ArrowUp: here - 1,
    k: here - 1,
    PageDown: here + page,
    PageUp: here - page,
    Home: 0,
    End: count - 1,
  }
  const wanted = steps[key]
  if (wanted === undefined || count === 0) return null
  return Math.min(count - 1, Math.max(0, wanted))
}
