import { useI18n } from 'vue-i18n'
import { Problem } from '@/app/api/problem'

const fact = (facts: Record<string, unknown> | undefined, name: string): string => {
  const value = facts?.[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** What is wrong with a file of holidays, each with its place, in words where we have them. */
export function useHolidayProblems(): (error: unknown) => string[] {
  const { t, te } = useI18n()
  return (error) => {
    if (!(error instanceof Problem) || error.code !== 'holidays-unfit') return []
    return error.reasons.map(({ facts }) => {
      const code = fact(facts, 'code')
      const keyword = fact(facts, 'keyword')
      const names = ['value', 'limit', 'name', 'line', 'column']
      const told = Object.fromEntries(names.map((name) => [name, fact(facts, name)]))
      const key = [`calendar.problem.${keyword}`, `calendar.problem.${code}`].find((one) => te(one))
      const pointer = fact(facts, 'pointer')
      const what = key === undefined ? fact(facts, 'expected') || code : t(key, told)
      return pointer === '' ? what : t('calendar.problemAt', { place: placeOf(pointer, t), what })
    })
  }
}

type Tell = (key: string, facts: Record<string, unknown>) => string

/** `/days/3/date` in words: people count from one. */
function placeOf(pointer: string, t: Tell): string {
  const day = /^\/days\/(\d+)/.exec(pointer)
  if (day === null) return pointer
  return t('calendar.placeOfDay', { n: Number(day[1]) + 1, pointer })
}
