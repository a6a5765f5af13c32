/**
 * Shapes of what the server sends and takes (接口约定). Every amount, share and score is a decimal text and stays one:
 * arithmetic is done with decimal.js. This file is the one place to exchange for the generated types.
 */

export interface Money {
  amount: string
  currency: string
}

export interface Page<T> {
  items: T[]
  next: string | null
  count?: number
  countExact?: boolean
}

export interface Reason {
  rule?: string
  field?: string
  facts?: Record<string, unknown>
}

export interface NodeRef {
  id: string
  name: string
  kind?: string
  parent?: string | null
}

export interface PersonRef {
  id: string
  name: string
}

export interface Me {
  user: { id: string; login: string; name: string; role: string; language?: string }
  node: NodeRef
  nodes: NodeRef[]
  rights: string[]
  businessDate: string
  demo: boolean
  version: string
}

export interface SetupCommand {
  code: string
  company: { name: string }
  admin: { login: string; name: string; password: string }
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export interface Job {
  id: string
  kind: string
  title: string
  state: JobState
  done: number
  total: number | null
  rate?: string | number | null
  startedAt?: string | null
  finishedAt?: string | null
  result?: { link?: string; facts?: Record<string, unknown> } | null
  problem?: { title?: string; detail?: string; code?: string; reference?: string } | null
}

export interface SavedView {
  id: string
  name: string
  list: string
  body: Record<string, unknown>
  shared: boolean
}

export interface SearchGroup {
  kind: string
  items: { id: string; title: string; subtitle?: string; why?: string; link: string }[]
}

export interface Grade {
  code: string
  scale: string
  step: number
  steps: number
}

export interface Limit {
  state: 'not-assessed' | 'no-credit' | 'capped' | 'unlimited'
  amount?: Money
}

export interface CustomerRow {
  id: string
  number: string
  name: string
  creditCode: string | null
  grade: Grade | null
  warning: { level: WarningLevel; count: number } | null
  limit: Limit
  open: Money
  overdue: Money
  usage: string | null
  maxDaysPastDue: number | null
  termDays: number | null
  owner: PersonRef | null
  department: NodeRef | null
  otherCurrencies: string[]
  assessedOn: string | null
}

export interface Customer extends CustomerRow {
  formerNames?: string[]
  party?: Record<string, unknown>
  address?: string | null
  industry?: string | null
  kind?: string | null
  contacts?: { name: string; role?: string; phone?: string; mail?: string }[]
  createdAt?: string
}

export interface CustomerSums {
  byCurrency: { currency: string; limit: string; open: string; overdue: string; customers: number }[]
  asOf: string
}

export interface TrailEntry {
  at: string
  actor: PersonRef | null
  action: string
  object?: string
  changes: { field: string; before: unknown; after: unknown }[]
  basis?: string | null
}

export interface Item {
  id: string
  customer: { id: string; number: string; name: string }
  invoice: string
  issued: string
  due: string
  amount: Money
  settled: Money
  open: Money
  daysPastDue: number
  bucket: string
  disputed: boolean
  settlements: { on: string | null; amount: Money }[]
}

export interface Ageing extends Page<AgeingRow> {
  asOf: string
  currency: string
  buckets: string[]
}

export interface AgeingRow {
  key: { id: string; number?: string; name: string }
  amounts: string[]
  open: string
  overdue: string
}

export interface AgeingTotals {
  amounts: string[]
  open: string
  overdue: string
  customers: number
  difference: string
  bookedLater: number
}

export interface Rating {
  id: string
  asOf: string
  score: string | null
  grade: Grade | null
  gradeByScore: Grade | null
  decision: string | null
}

export type WarningLevel = 'attention' | 'warning' | 'severe'

export interface Warning {
  id: string
  customer: PersonRef
  level: WarningLevel
  rule: string
  facts: Record<string, unknown>
  raisedOn: string
  decision: string | null
}

export interface Decision {
  id: string
  kind: string
  subject: unknown
  asOf: string
  engine: string
  policies: { kind: string; id: string; version: string | number; sha256: string }[]
  facts: Record<string, unknown>
  outcome: Record<string, unknown>
  reasons: Reason[]
  sha256: string
  replay: 'same' | 'differs' | 'explained'
}

export interface Distribution {
  asOf: string
  grades: { grade: string; step: number; steps: number; customers: number; open: string; limit: string }[]
  limits: { from: string; to: string | null; customers: number; limit: string }[]
  states: { state: Limit['state']; customers: number }[]
}

export type ImportState = 'uploaded' | 'mapped' | 'checking' | 'checked' | 'importing' | 'imported' | 'undone'

export interface ImportColumn {
  index: number
  header: string
  field: string | null
  samples: string[]
  guess: 'header' | 'content' | 'remembered' | 'chosen' | null
}

export interface Import {
  id: string
  kind: 'customers' | 'invoices'
  file: string
  bytes: number
  sha256: string
  state: ImportState
  /** The step that ended last without having written anything. */
  interrupted: 'checking' | 'importing' | null
  columns: ImportColumn[]
  questions: { column: number | null; code: string; choices: string[] }[]
  fields: { key: string; required: boolean }[]
  counts: { rows: number; good: number; warnings: number; errors: number } | null
  currency: string | null
  asOf: string | null
  job: string | null
  undoUntil: string | null
  result: {
    customersNew: number
    customersKnown: number
    customersUpdated: number
    itemsNew: number
    itemsUpdated: number
    itemsUnchanged: number
  } | null
}

export interface ImportRow {
  line: number
  cells: string[]
  faults: { field: string; code: string; value?: string | null }[]
  edited: boolean
}

export interface Mapping {
  columns: Record<string, number>
  dateOrder?: string
  currency?: string
  unit?: string
}
