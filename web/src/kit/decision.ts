import type { Better, Decision, Money } from '@/app/api/contract'
import { exactShare, grouped, isDecimal } from './money'

/** What an explanation shows, read out of a decision record; whatever a record lacks is simply absent. */
export interface Explained {
  grade: string | null
  gradeByScore: string | null
  score: string | null
  points: { characteristic: string; value: string | null; points: string; of: string }[]
  knockOuts: { code: string; value: string | null; cappedAt: string }[]
  reasons: { code: string; below: string | null }[]
  obstacles: { indicator: string; why: string }[]
  limits: ExplainedLimit[]
  warnings: { level: string; rule: string; facts: [string, string][] }[]
  better: Better | null
}

export interface ExplainedLimit {
  currency: string
  outcome: string
  limit: Money | null
  termDays: string | null
  steps: { rule: string; operands: [string, string][]; result: string | null }[]
}

type Json = Record<string, unknown>

const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(record) : [])
const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null
const word = (value: unknown): string => text(value) ?? ''

/** Values that are shares of something; everybody reads them in percent. */
const SHARES = new Set(['lateShare', 'overdueShare', 'portfolioShare'])

/** The value of an indicator or fact as it is read. */
export function shownValue(name: string, value: string | null): string {
  if (value === null) return '—'
  return SHARES.has(name) && isDecimal(value) ? exactShare(value) : value
}

/** A fact as text; an amount keeps its currency. */
export function factText(value: unknown): string {
  const plain = text(value)
  if (plain !== null) return plain
  const money = record(value)
  if (typeof money.amount === 'string') return `${word(money.currency)} ${grouped(money.amount)}`.trim()
  return value === null || value === undefined ? '—' : JSON.stringify(value)
}

export const factLines = (facts: unknown): [string, string][] =>
  Object.entries(record(facts)).map(([name, value]) => [name, factText(value)])

function limitOf(value: Json): ExplainedLimit {
  const currency = word(value.currency)
  const amount = text(value.limit) ?? text(record(value.limit).amount)
  return {
    currency,
    outcome: word(value.outcome),
    limit: amount === null ? null : { amount, currency },
    termDays: text(value.termDays),
    steps: list(value.steps).map((step) => ({
      rule: word(step.rule),
      operands: factLines(step.operands),
      result: text(step.result),
    })),
  }
}

/** Reads an assessment's record as the engine writes it. */
export function explain(decision: Decision): Explained {
  const outcome = record(decision.outcome)
  const evaluation = record(outcome.evaluation)
  const factsOf = new Map(decision.reasons.map((reason) => [reason.rule ?? '', reason.facts]))
  return {
    grade: text(evaluation.grade),
    gradeByScore: text(evaluation.gradeByScore),
    score: text(evaluation.score),
    points: list(evaluation.points).map((line) => ({
      characteristic: word(line.characteristic),
      value: text(line.value),
      points: word(line.points),
      of: word(line.of),
    })),
    knockOuts: list(evaluation.knockOuts).map((line) => ({
      code: word(line.code),
      value: text(line.value),
      cappedAt: word(line.cappedAt),
    })),
    reasons: list(evaluation.reasons).map((line) => ({ code: word(line.code), below: text(line.below) })),
    obstacles: list(evaluation.obstacles).map((line) => ({ indicator: word(line.indicator), why: word(line.why) })),
    limits: list(outcome.limits).map(limitOf),
    warnings: list(outcome.warnings).map((line) => ({
      level: word(line.level),
      rule: word(line.rule),
      facts: factLines(factsOf.get(word(line.rule))),
    })),
    better: decision.better,
  }
}
