import type { Import, Mapping } from '@/app/api/contract'
import { withField } from './steps'

/** What of the mapping an answer settles: one of its columns, or how all dates or amounts are read. */
type Member = 'dateOrder' | 'currency' | 'unit'

/** A question as it is asked; several of the server's that have one answer are asked as one. */
export interface Asked {
  key: string
  /** The server's code, which has a name. */
  code: string
  member: Member | null
  fields: string[]
  /** Headers of the columns it is about. */
  headers: string[]
  /** What is sent for each choice: a value, or the number of a column. */
  choices: { value: string; text: string }[]
  /** Whether the file leaves it open, as against an answer given before that may be taken back. */
  open: boolean
}

export type Answers = Record<string, string>

const MEMBERS: Record<string, Member> = {
  'date-order-ambiguous': 'dateOrder',
  'date-order-contradictory': 'dateOrder',
  'currency-ambiguous': 'currency',
}
const SETTLED = { dateOrder: 'date-order-ambiguous', currency: 'currency-ambiguous', unit: 'unit' } as const

type Question = Import['questions'][number]

/** Columns of the same header are told apart by their order, in which the server names them too. */
function columnChoices(question: Question, columns: Import['columns']): Asked['choices'] {
  const taken = new Set<number>()
  return question.choices.flatMap((choice) => {
    const found = columns.find((column) => column.header === choice && !taken.has(column.index))
    if (found === undefined) return []
    taken.add(found.index)
    const double = question.choices.filter((other) => other === choice).length > 1
    return [{ value: String(found.index), text: double ? `${choice} (${found.index + 1})` : choice }]
  })
}

function asked(question: Question, columns: Import['columns']): Asked {
  const member = MEMBERS[question.code] ?? null
  const header = columns.find((column) => column.index === question.column)?.header
  return {
    key: member ?? `column.${question.field}`,
    code: question.code,
    member,
    fields: [question.field],
    headers: header === undefined ? [] : [header],
    choices:
      member === null
        ? columnChoices(question, columns)
        : question.choices.map((choice) => ({ value: choice, text: choice })),
    open: true,
  }
}

/** What to ask: the server's questions, and answers given before. */
export function questionsOf(item: Pick<Import, 'questions' | 'columns' | Member>): Asked[] {
  const result = new Map<string, Asked>()
  for (const question of item.questions) {
    const next = asked(question, item.columns)
    const same = result.get(next.key)
    same?.fields.push(...next.fields)
    same?.headers.push(...next.headers)
    if (same === undefined) result.set(next.key, next)
  }
  for (const member of ['dateOrder', 'currency', 'unit'] as const) {
    const value = item[member]
    if (value === null || result.has(member)) continue
    const choices = [{ value, text: value }]
    result.set(member, { key: member, code: SETTLED[member], member, fields: [], headers: [], choices, open: false })
  }
  return [...result.values()]
}

/** Answers given before; an open question has none. */
export const answersOf = (item: Pick<Import, Member>, questions: readonly Asked[]): Answers =>
  Object.fromEntries(
    questions.map((question) => [
      question.key,
      question.open || question.member === null ? '' : (item[question.member] ?? ''),
    ]),
  )

/** The columns after an answer that names one. */
export function withAnswer(chosen: Record<string, number>, question: Asked, answer: string): Record<string, number> {
  const field = question.fields[0]
  if (question.member !== null || field === undefined || answer === '') return chosen
  return withField(chosen, Number(answer), field)
}

export function mappingOf(chosen: Record<string, number>, questions: readonly Asked[], answers: Answers): Mapping {
  const mapping: Mapping = { columns: chosen }
  for (const { key, member } of questions) {
    const answer = answers[key] ?? ''
    if (member !== null && answer !== '') mapping[member] = answer
  }
  return mapping
}
