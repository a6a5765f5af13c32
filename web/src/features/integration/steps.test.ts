import { describe, expect, it } from 'vitest'
import { chosenColumns, missingFields, stepOf, withField } from './steps'

const fields = ['customer', 'due', 'amount'].map((key) => ({ key, required: key !== 'due' }))
const column = (index: number, field: string | null) => ({
  index,
  header: `h${index}`,
  field,
  samples: [],
  guess: null,
})

describe('the import wizard', () => {
  it.each([
    [undefined, 'template'],
    ['uploaded', 'mapping'],
    ['mapped', 'check'],
    ['checking', 'check'],
    ['checked', 'check'],
    ['importing', 'import'],
    ['imported', 'import'],
    ['undone', 'import'],
  ] as const)('stands for state %s at step %s', (state, step) => {
    expect(stepOf(state)).toBe(step)
  })

  it('starts from what was guessed, also for the first column', () => {
    expect(chosenColumns([column(0, 'customer'), column(1, null), column(2, 'amount')])).toEqual({
      customer: 0,
      amount: 2,
    })
  })

  it('gives a field to one column and a column one field', () => {
    const chosen = { customer: 0, amount: 2 }
    expect(withField(chosen, 1, 'amount')).toEqual({ customer: 0, amount: 1 })
    expect(withField(chosen, 0, 'due')).toEqual({ due: 0, amount: 2 })
    expect(withField(chosen, 0, '')).toEqual({ amount: 2 })
  })

  it('names what is still missing; column 0 counts as chosen', () => {
    expect(missingFields(fields, { customer: 0 })).toEqual(['amount'])
    expect(missingFields(fields, { customer: 0, amount: 2 })).toEqual([])
  })

  it('takes issue date and term for a due date', () => {
    const due = [{ key: 'due', required: true }]
    expect(missingFields(due, { issued: 1 })).toEqual(['due'])
    expect(missingFields(due, { issued: 1, term: 2 })).toEqual([])
  })
})
