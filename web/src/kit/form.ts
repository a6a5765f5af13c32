/** Forms as they are drawn (表单定义): the same format that the server reads, `schema/form.json`. */

export interface FormLabel {
  zh: string
  en: string
}

export interface FormChoice {
  code: string
  label: FormLabel
}

export interface FormField {
  code: string
  kind: string
  label: FormLabel
  help?: FormLabel
  required?: boolean
  initial?: string
  min?: string
  max?: string
  longest?: number
  decimals?: number
  currency?: string
  rows?: number
  choices?: FormChoice[]
  columns?: FormField[]
  form?: string
  formula?: string
  gives?: string
  visibleWhen?: string
  seenBy?: string[]
  editedBy?: string[]
  maskedFor?: string[]
  width?: number
}

export interface FormDefinition {
  format: 1
  label: FormLabel
  about?: FormLabel
  title?: string
  list?: string[]
  fields: FormField[]
}

/** Kinds of fields in the order of the palette. */
export const KINDS = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'member',
  'department',
  'customer',
  'table',
  'formula',
  'serial',
  'description',
] as const

export const COLUMN_KINDS = ['text', 'number', 'money', 'date', 'choice', 'formula'] as const

export type FormValues = Record<string, unknown>
export type Row = Record<string, unknown>

export interface Named {
  id: string
  name: string
}

/** Finds what a field of references may name. */
export type Lookup = (field: FormField, text: string) => Promise<Named[]>

export const isReference = (kind: string): boolean => ['member', 'department', 'customer', 'link'].includes(kind)
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
export const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
export const rowsOf = (value: unknown): Row[] =>
  Array.isArray(value) ? value.filter((one): one is Row => typeof one === 'object' && one !== null) : []

/** A value as people read it. */
export function shown(
  field: FormField,
  value: unknown,
  language: 'zh' | 'en',
  names: Record<string, string> = {},
): string {
  const label = (code: string): string => field.choices?.find((one) => one.code === code)?.label[language] ?? code
  if (Array.isArray(value))
    return textsOf(value)
      .map(label)
      .join(language === 'zh' ? '、' : ', ')
  const text = textOf(value)
  if (text === '' || text === '***') return text
  return isReference(field.kind) ? (names[text] ?? '—') : label(text)
}

/** Values that a person gives: what is his to give, without what was computed. */
export function given(fields: FormField[], states: Record<string, string>, values: FormValues): FormValues {
  const mine: FormValues = {}
  for (const field of fields) {
    if (states[field.code] !== 'edit') continue
    const value = values[field.code]
    const computed = (field.columns ?? []).filter((column) => column.kind === 'formula').map((column) => column.code)
    mine[field.code] =
      field.kind === 'table'
        ? rowsOf(value).map((row) =>
            Object.fromEntries(Object.entries(row).filter(([code]) => !computed.includes(code))),
          )
        : value
  }
  return mine
}
