import type { Import, ImportColumn } from '@/app/api/contract'

export const STEPS = ['template', 'upload', 'mapping', 'check', 'import'] as const
export type Step = (typeof STEPS)[number]

/** The step that an import stands at, from its state alone, so that it can be left and taken up again. */
export function stepOf(state: Import['state'] | undefined): Step {
  switch (state) {
    case undefined:
      return 'template'
    case 'uploaded':
      return 'mapping'
    case 'mapped':
    case 'checking':
    case 'checked':
      return 'check'
    default:
      return 'import'
  }
}

/** Which column each field is read from, as guessed, remembered or chosen so far. */
export function chosenColumns(columns: readonly ImportColumn[]): Record<string, number> {
  return Object.fromEntries(columns.flatMap((column) => (column.field === null ? [] : [[column.field, column.index]])))
}

/** The choice after a column was given a field: a field is read from one column, a column holds one field. */
export function withField(chosen: Record<string, number>, column: number, field: string): Record<string, number> {
  const others = Object.entries(chosen).filter(([key, index]) => index !== column && key !== field)
  return Object.fromEntries(field === '' ? others : [...others, [field, column]])
}

/** What must still be found. A due date may also be the issue date and the term, from which the server makes it. */
export function missingFields(fields: Import['fields'], chosen: Record<string, number>): string[] {
  const has = (key: string): boolean => chosen[key] !== undefined
  return fields
    .filter(({ key, required }) => required && !has(key) && !(key === 'due' && has('issued') && has('term')))
    .map((field) => field.key)
}
