export interface Colour {
  back: string
  fore: string
}

const DARK = '#1d2129'
const LIGHT = '#ffffff'

/** Nine steps of the master scale (主标尺), best first. Blue to dark red: told apart without seeing red and green. */
const STEPS: readonly Colour[] = [
  { back: '#0b4f8a', fore: LIGHT },
  { back: '#1f73b7', fore: LIGHT },
  { back: '#9ccbea', fore: DARK },
  { back: '#e4e7eb', fore: DARK },
  { back: '#f3d77a', fore: DARK },
  { back: '#ef9f3b', fore: DARK },
  { back: '#bf4a0b', fore: LIGHT },
  { back: '#a3162a', fore: LIGHT },
  { back: '#4a0d2a', fore: LIGHT },
]

/** Which of the nine steps the grades of a shorter scale take. */
const PLACES: Record<number, readonly number[]> = {
  3: [2, 5, 8],
  4: [1, 3, 6, 8],
  5: [1, 2, 4, 6, 8],
  9: [1, 2, 3, 4, 5, 6, 7, 8, 9],
}

/** Colour of a grade by its place on its scale, never by its letter. */
export function gradeColour(step: number, steps: number): Colour {
  const places = PLACES[steps]
  const place = places?.[step - 1] ?? Math.round(1 + ((step - 1) * 7) / Math.max(1, steps - 1))
  return STEPS[Math.min(Math.max(place, 1), STEPS.length) - 1] as Colour
}

export const WARNINGS = {
  attention: { back: '#f3d77a', fore: DARK, shape: '◆' },
  warning: { back: '#ef9f3b', fore: DARK, shape: '▲' },
  severe: { back: '#a3162a', fore: LIGHT, shape: '⬣' },
} as const

/** Ageing buckets (账龄段) from not due to the oldest. */
export const AGES: readonly string[] = ['#2b7a9e', '#86b9d4', '#d8c36a', '#d98a2b', '#b4540a', '#8f2433', '#4d0f2b']

/** Colour of one bucket; a schedule with another number of buckets is spread over the same colours. */
export function ageColour(index: number, count: number): string {
  if (index === 0 || count <= 1) return AGES[0] as string
  const place = count === AGES.length ? index : 1 + Math.round(((index - 1) * 5) / Math.max(1, count - 2))
  return AGES[Math.min(place, AGES.length - 1)] as string
}
