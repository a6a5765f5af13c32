import type { FormChoice, FormDefinition, FormField } from '@/kit/form'

/** Changes of a definition while it is drawn (表单绘制); each gives a new one. */

/** A code that no field has yet. */
export function freeCode(fields: FormField[], kind: string): string {
  const taken = new Set(fields.map((field) => field.code))
  let number = fields.length + 1
  while (taken.has(`${kind}${String(number)}`)) number++
  return `${kind}${String(number)}`
}

/** A new field with what its kind needs. */
export function blank(fields: FormField[], kind: string, label: { zh: string; en: string }): FormField {
  const field: FormField = { code: freeCode(fields, kind), kind, label }
  if (kind === 'choice' || kind === 'choices')
    field.choices = [{ code: 'a', label: { zh: '选项一', en: 'First choice' } }]
  if (kind === 'formula') Object.assign(field, { formula: '0', gives: 'whole' })
  if (kind === 'table') field.columns = [{ code: 'item', kind: 'text', label: { zh: '项目', en: 'Item' } }]
  return field
}

export function moved(fields: FormField[], place: number, step: 1 | -1): FormField[] {
  const to = place + step
  if (to < 0 || to >= fields.length) return fields
  const next = [...fields]
  const [one] = next.splice(place, 1)
  if (one !== undefined) next.splice(to, 0, one)
  return next
}

/** Without a field, nor what named it. */
export function without(definition: FormDefinition, place: number): FormDefinition {
  const gone = definition.fields[place]?.code ?? ''
  return named(
    { ...definition, fields: definition.fields.filter((_, index) => index !== place) },
    definition.title === gone ? undefined : definition.title,
    (definition.list ?? []).filter((code) => code !== gone),
  )
}

/** A field changed; what named it by its code follows. */
export function changed(definition: FormDefinition, place: number, field: FormField): FormDefinition {
  const before = definition.fields[place]?.code ?? ''
  const follow = (code: string): string => (code === before ? field.code : code)
  return named(
    { ...definition, fields: definition.fields.map((one, index) => (index === place ? field : one)) },
    definition.title === undefined ? undefined : follow(definition.title),
    (definition.list ?? []).map(follow),
  )
}

function named(definition: FormDefinition, title: string | undefined, list: string[]): FormDefinition {
  const next: FormDefinition = { ...definition, list }
  if (title === undefined) delete next.title
  else next.title = title
  return next
}

/** Choices as lines: code|Chinese|English. */
export const choiceLines = (choices: FormChoice[]): string =>
  choices.map(({ code, label }) => `${code}|${label.zh}|${label.en}`).join('\n')
export const choicesOf = (lines: string): FormChoice[] =>
  lines
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([code]) => code !== undefined && code !== '')
    .map(([code = '', zh = '', en = '']) => ({ code, label: { zh: zh || code, en: en || zh || code } }))

export const codesOf = (text: string): string[] =>
  text
    .split(/[,，、\s]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** The field without what is empty: the format knows no empty texts. */
export function tidy(field: FormField): FormField {
  const kept = Object.entries(field).filter(
    ([, value]) =>
      value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  )
  const next = Object.fromEntries(kept) as unknown as FormField
  if (next.help !== undefined && next.help.zh.trim() === '' && next.help.en.trim() === '') delete next.help
  if (next.columns !== undefined) next.columns = next.columns.map(tidy)
  return next
}
