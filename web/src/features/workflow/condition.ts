import type { FactOf } from './definition'

/** A condition that people choose instead of writing it (条件): one fact compared with one value. */
export interface Comparison {
  fact: string
  sign: Sign
  value: string
}
export const SIGNS = ['>', '>=', '<', '<=', '==', '!='] as const
export type Sign = (typeof SIGNS)[number]

/** Which comparisons make sense for a kind of fact; texts and choices have no order. */
export function signsOf(type: string): readonly Sign[] {
  if (type === 'yes') return ['==']
  return type === 'text' || type === 'choice' ? ['==', '!='] : SIGNS
}

const PATTERN = /^([a-z][A-Za-z0-9]*) (>=|<=|==|!=|>|<) (?:money\('([^'\\]*)'\)|'([^'\\]*)'|(-?\d+|true|false))$/

/** What was chosen, or nothing for a condition that somebody wrote himself. */
export function chosenOf(when: string, facts: FactOf[]): Comparison | null {
  const [, fact = '', sign = '', money, text, plain] = PATTERN.exec(when) ?? []
  const type = facts.find(({ code }) => code === fact)?.type
  if (type === undefined) return null
  const comparison = { fact, sign: sign as Sign, value: money ?? text ?? plain ?? '' }
  return written(comparison, facts) === when ? comparison : null
}

/** The expression that means a comparison. */
export function written({ fact, sign, value }: Comparison, facts: FactOf[]): string {
  const type = facts.find(({ code }) => code === fact)?.type
  if (type === 'amount') return `${fact} ${sign} money('${amount(value)}')`
  if (type === 'number') return `${fact} ${sign} ${/^-?\d{1,15}$/.test(value) ? value : '0'}`
  if (type === 'yes') return `${fact} == ${value === 'false' ? 'false' : 'true'}`
  // A quote or backslash would end the text; neither belongs into a choice.
  return `${fact} ${sign} '${value.replace(/['\\]/g, '')}'`
}
const amount = (value: string): string => (/^\d{1,12}(\.\d{1,2})?$/.test(value) ? value : '0')

/** A comparison with a fact to begin with. */
export const beginning = (fact: FactOf): Comparison => ({
  fact: fact.code,
  sign: signsOf(fact.type)[0] ?? '==',
  value:
    fact.type === 'yes' ? 'true' : fact.type === 'choice' ? (fact.choices?.[0] ?? '') : fact.type === 'text' ? '' : '0',
})
