import { describe, expect, it } from 'vitest'
import type { Decision } from '@/app/api/contract'
import { explain, factText, shownValue } from './decision'

describe('values of an explanation', () => {
  it.each([
    ['lateShare', '1', '100%'],
    ['lateShare', '0.7713', '77.13%'],
    ['overdueShare', '0', '0%'],
    ['portfolioShare', '0.125', '12.5%'],
    ['daysLate', '12.5', '12.5'],
    ['lateShare', null, '—'],
  ])('%s of %s reads %s', (name, value, text) => {
    expect(shownValue(name, value)).toBe(text)
  })
})

/** A record as the engine writes it, of a customer with a capped grade. */
const decision: Decision = {
  id: '1',
  kind: 'assessment',
  subject: { customer: 'C1015' },
  subjectId: '2',
  recordedAt: '2026-10-31T00:00:00Z',
  rules: ['overdue-beyond-days-raises-warning@1'],
  run: 'ef'.repeat(32),
  asOf: '2026-10-30',
  engine: '0.1.0',
  policies: [{ kind: 'lim', id: 'R0', version: '1', sha256: 'ab'.repeat(32) }],
  facts: {},
  outcome: {
    evaluation: {
      grade: 'C',
      gradeByScore: 'B',
      score: '63',
      points: [{ characteristic: 'lateShare', of: '25', points: '6', value: '0.7713' }],
      knockOuts: [{ cappedAt: 'C', code: 'overdueOver180Days', value: '226' }],
      reasons: [{ below: '19', code: 'often-late' }],
    },
    limits: [
      {
        currency: 'CNY',
        limit: '5000.00',
        outcome: 'proposed',
        steps: [{ operands: { annualSales: '200926.71', months: '12' }, result: '25115.83', rule: 'termNeed' }],
        termDays: 30,
      },
      { currency: 'USD', outcome: 'grade-allows-none', steps: [] },
    ],
    warnings: [{ level: 'attention', rule: 'overdue-beyond-days-raises-warning@1' }],
  },
  reasons: [
    {
      rule: 'overdue-beyond-days-raises-warning@1',
      facts: { maxDaysPastDue: 226, overdue: { amount: '14782.39', currency: 'CNY' } },
    },
  ],
  sha256: 'cd'.repeat(32),
  replay: 'same',
  better: { grade: 'B', missing: '0', changes: [{ indicator: 'maxDaysPastDue', from: '226', to: '180', grade: 'B' }] },
}

describe('an explanation', () => {
  const told = explain(decision)

  it('tells the grade, and what it was by score before knock-outs', () => {
    expect([told.grade, told.gradeByScore, told.score]).toEqual(['C', 'B', '63'])
    expect(told.knockOuts).toEqual([{ code: 'overdueOver180Days', value: '226', cappedAt: 'C' }])
  })

  it('tells what a better grade lacks', () => {
    expect(told.better?.changes[0]).toMatchObject({ indicator: 'maxDaysPastDue', to: '180' })
  })

  it('tells each input with its points and their most', () => {
    expect(told.points).toEqual([{ characteristic: 'lateShare', value: '0.7713', points: '6', of: '25' }])
  })

  it('tells each step of a limit with its operands, and no amount where there is none', () => {
    expect(told.limits[0]).toMatchObject({ limit: { amount: '5000.00', currency: 'CNY' }, termDays: '30' })
    expect(told.limits[0]?.steps[0]?.operands).toEqual([
      ['annualSales', '200926.71'],
      ['months', '12'],
    ])
    expect(told.limits[1]).toMatchObject({ limit: null, termDays: null, steps: [] })
  })

  it('tells the facts of a warning, which stand with the reasons', () => {
    expect(told.warnings[0]?.facts).toEqual([
      ['maxDaysPastDue', '226'],
      ['overdue', 'CNY 14,782.39'],
    ])
  })

  it('of a customer without a grade names what stood in the way', () => {
    const outcome = {
      evaluation: { rated: false, obstacles: [{ indicator: 'lateShare', value: null, why: 'MISSING' }] },
    }
    const none = explain({ ...decision, outcome })
    expect(none).toMatchObject({ grade: null, score: null, points: [], limits: [] })
    expect(none.obstacles).toEqual([{ indicator: 'lateShare', why: 'MISSING' }])
  })

  it('never breaks on a record of another shape', () => {
    for (const outcome of [{}, { evaluation: null, limits: 'x', warnings: [null] }]) {
      expect(() => explain({ ...decision, outcome })).not.toThrow()
    }
    expect([null, 5, 'x', { a: 1 }].map(factText)).toEqual(['—', '5', 'x', '{"a":1}'])
  })
})
