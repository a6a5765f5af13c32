import type { Import, ImportColumn, Mapping } from '@/app/api/contract'

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

export function missingFields(fields: Import['fields'], chosen: Record<string, number>): string[] {
  return fields.filter((field) => field.required && chosen[field.key] === undefined).map((field) => field.key)
}

/** Answers to questions such as the order of day and month, by the member of the mapping they belong to. */
export type Answers = Record<string, string>

const MEMBERS: Record<string, 'dateOrder' | 'currency' | 'unit'> = {
  'date-order': 'dateOrder',
  'date-order-ambiguous': 'dateOrder',
  dateOrder: 'dateOrder',
  currency: 'currency',
  'currency-ambiguous': 'currency',
  unit: 'unit',
}

export function mappingOf(chosen: Record<string, number>, answers: Answers): Mapping {
  const mapping: Mapping = { columns: chosen }
  for (const [code, answer] of Object.entries(answers)) {
    const member = MEMBERS[code]
    if (member !== undefined && answer !== '') mapping[member] = answer
  }
  return mapping
}
