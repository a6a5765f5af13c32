import type { Reason } from './contract'

/** What failed when there was no answer at all, as against a refusal by the server. */
export type LocalCode = 'offline' | 'unreadable-answer' | 'file-changed-here'

export interface ProblemFacts {
  status: number
  code: string
  title: string
  detail: string
  reasons: Reason[]
  reference: string | null
}

/** A refused or failed request (RFC 9457). Texts come from the server in the language asked for. */
export class Problem extends Error implements ProblemFacts {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly reasons: Reason[]
  readonly reference: string | null

  constructor(facts: ProblemFacts) {
    super(facts.title || facts.code)
    this.name = 'Problem'
    this.status = facts.status
    this.code = facts.code
    this.title = facts.title
    this.detail = facts.detail
    this.reasons = facts.reasons
    this.reference = facts.reference
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function reasonOf(value: unknown): Reason[] {
  if (!isRecord(value)) return []
  return [
    {
      rule: text(value.rule) || undefined,
      field: text(value.field) || undefined,
      facts: isRecord(value.facts) ? value.facts : undefined,
    },
  ]
}

/** Reads a problem body; anything else (a proxy's HTML page) becomes a problem without texts of its own. */
export function problemOf(status: number, body: unknown): Problem {
  const facts = isRecord(body) ? body : {}
  const type = text(facts.type).split('/').pop() ?? ''
  return new Problem({
    status,
    code: text(facts.code) || type || `status-${status}`,
    title: text(facts.title),
    detail: text(facts.detail),
    reasons: Array.isArray(facts.reasons) ? facts.reasons.flatMap(reasonOf) : [],
    reference: text(facts.reference) || null,
  })
}

export function localProblem(code: LocalCode): Problem {
  return new Problem({ status: 0, code, title: '', detail: '', reasons: [], reference: null })
}

/** The fields a refusal names, so that a form can mark them. */
export function fieldsOf(problem: Problem): Set<string> {
  return new Set(problem.reasons.flatMap((reason) => (reason.field === undefined ? [] : [reason.field])))
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
