import type { Label, RegimeCatalogue, RegimeParameter } from '@/app/api/contract'

export type Schema = Record<string, unknown>

/** What a value needs of words: those of the screen, and the names of codes. */
export interface Words {
  yes: string
  no: string
  none: string
  comma: string
  colon: string
  semicolon: string
  period: (years: number, months: number, days: number) => string
  code: (code: string) => string
}

const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/

/** Years, months and days of an ISO 8601 period; null for any other text. */
export function periodOf(text: unknown): [number, number, number] | null {
  const found = typeof text === 'string' ? PERIOD.exec(text) : null
  if (found === null || text === 'P') return null
  return [Number(found[1] ?? 0), Number(found[2] ?? 0), Number(found[3] ?? 0)]
}

/** A period of a number of days or months; a year is written as twelve months. */
export const periodText = (count: number, unit: 'D' | 'M'): string => `P${count}${unit}`

export const inLanguage = (label: Label, language: string): string => (language.startsWith('zh') ? label.zh : label.en)

/** The name of a code of a parameter: its own labels first, then the list of names it takes them from. */
export function codeName(
  catalogue: RegimeCatalogue,
  parameter: RegimeParameter,
  code: string,
  language: string,
): string {
  const own = parameter.labels[code]
  if (own !== undefined) return inLanguage(own, language)
  const listed = parameter.names === null ? undefined : catalogue.names[parameter.names]?.[code]
  if (listed !== undefined) return inLanguage(listed, language)
  const role = catalogue.names.roles?.[code]
  return role === undefined ? code : inLanguage(role, language)
}

/** A value in words. */
export function shownValue(value: unknown, words: Words): string {
  if (value === null || value === undefined) return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    const period = periodOf(value)
    return period === null ? words.code(value) : words.period(...period)
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return words.none
    const rows = value.some((item) => typeof item === 'object')
    return value.map((item) => shownValue(item, words)).join(rows ? words.semicolon : words.comma)
  }
  const members = Object.entries(value as object)
  if (members.length === 0) return words.none
  return members
    .map(([name, member]) => `${words.code(name)}${words.colon}${shownValue(member, words)}`)
    .join(words.comma)
}

export type Shape =
  'truth' | 'choice' | 'choices' | 'whole' | 'period' | 'text' | 'items' | 'members' | 'table' | 'either'

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

export const typesOf = (schema: Schema): string[] =>
  typeof schema.type === 'string' ? [schema.type] : textsOf(schema.type)

export const isNullable = (schema: Schema): boolean =>
  typesOf(schema).includes('null') || (Array.isArray(schema.enum) && schema.enum.includes(null))

export const choicesOf = (schema: Schema): string[] => textsOf(schema.enum)

/** How a value of a schema is entered. */
export function shapeOf(schema: Schema): Shape {
  if (Array.isArray(schema.anyOf) || Array.isArray(schema.oneOf)) return 'either'
  if (choicesOf(schema).length > 0) return 'choice'
  const types = typesOf(schema)
  if (types.includes('boolean')) return 'truth'
  if (types.includes('integer')) return 'whole'
  if (types.includes('array')) return choicesOf(itemsOf(schema)).length > 0 ? 'choices' : 'items'
  if (types.includes('object')) return schema.properties === undefined ? 'table' : 'members'
  return typeof schema.pattern === 'string' && schema.pattern.startsWith('^P(') ? 'period' : 'text'
}

export const asSchema = (value: unknown): Schema =>
  typeof value === 'object' && value !== null ? (value as Schema) : {}
export const itemsOf = (schema: Schema): Schema => asSchema(schema.items)
export const propertiesOf = (schema: Schema): [string, Schema][] =>
  Object.entries(asSchema(schema.properties)).map(([name, member]) => [name, asSchema(member)])
export const requiredOf = (schema: Schema): string[] => textsOf(schema.required)

/** A first value for a schema, for a row that is added. */
export function emptyValue(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (isNullable(schema)) return null
  switch (shapeOf(schema)) {
    case 'truth':
      return false
    case 'choice':
      return choicesOf(schema)[0]
    case 'whole':
      return typeof schema.minimum === 'number' ? schema.minimum : 0
    case 'choices':
    case 'items':
      return []
    case 'members':
      return Object.fromEntries(
        propertiesOf(schema)
          .filter(([name]) => requiredOf(schema).includes(name))
          .map(([name, member]) => [name, emptyValue(member)]),
      )
    case 'table':
      return {}
    case 'either':
      return emptyValue(asSchema((schema.anyOf ?? schema.oneOf) instanceof Array ? alternatives(schema)[0] : {}))
    default:
      return textsOf(schema.examples)[0] ?? ''
  }
}

export const alternatives = (schema: Schema): Schema[] =>
  ((schema.anyOf ?? schema.oneOf) as unknown[]).map((one) => asSchema(one))

/** Which alternative a value is of, by its type. */
export function alternativeOf(schema: Schema, value: unknown): number {
  const all = alternatives(schema)
  const found = all.findIndex((one) => {
    if (one.const !== undefined) return one.const === value
    const types = typesOf(one)
    if (typeof value === 'number') return types.includes('integer')
    if (Array.isArray(value)) return types.includes('array')
    if (typeof value === 'object' && value !== null) return types.includes('object')
    return types.includes('string') || choicesOf(one).includes(String(value))
  })
  return Math.max(0, found)
}

/** Where a value came from, as its origin says: a sample with state and clause, oneself, or the recommended regime. */
export function originOf(text: string | undefined): { from: string; state: string; clause: string } {
  if (text === undefined || text === '') return { from: 'R0', state: '', clause: '' }
  if (text === 'own') return { from: 'own', state: '', clause: '' }
  const sample = /^([A-Z]\d{1,2}):(fixed|named|blank): ?(.*)$/.exec(text)
  if (sample !== null) return { from: sample[1] ?? '', state: sample[2] ?? '', clause: sample[3] ?? '' }
  return { from: text.split(':')[0] ?? 'R0', state: '', clause: '' }
}
