import { beginning, written } from './condition'

/** What a flow says, as the schema "flow" has it. */
export interface Definition {
  format: 1
  facts: FactOf[]
  starters?: string[]
  steps: Step[]
}
export interface FactOf {
  code: string
  name: string
  type: string
  required?: boolean
  choices?: string[]
}
export interface Who {
  kind: string
  role?: string
  user?: string
  amount?: string
}
export interface Arm {
  code: string
  name: string
  when: string
  steps: Step[]
}
export type StepType = 'approve' | 'branch' | 'copy' | 'act' | 'end'
export interface Step {
  type: StepType
  code: string
  name: string
  who?: Who
  mode?: string
  count?: number
  within?: string
  escalate?: { after: string; to: Who }
  returnTo?: string[]
  fields?: Record<string, string>
  safeForBatch?: boolean
  arms?: Arm[]
  otherwise?: Step[]
  action?: string
  outcome?: string
}

export const STEP_TYPES: StepType[] = ['approve', 'branch', 'copy', 'act', 'end']

export const read = (text: string): Definition => JSON.parse(text) as Definition

/** All steps from top to bottom, those inside branches behind their branch. */
export function all(steps: Step[]): Step[] {
  return steps.flatMap((step) => [
    step,
    ...(step.arms ?? []).flatMap((arm) => all(arm.steps)),
    ...all(step.otherwise ?? []),
  ])
}

function codes(flow: Definition): Set<string> {
  const steps = all(flow.steps)
  return new Set(['start', ...steps.flatMap((step) => [step.code, ...(step.arms ?? []).map(({ code }) => code)])])
}

/** A code that no step has yet. */
export function freeCode(flow: Definition, like: string): string {
  const taken = codes(flow)
  for (let n = 1; ; n++) if (!taken.has(`${like}-${String(n)}`)) return `${like}-${String(n)}`
}

/** A condition to begin with: of the first fact that has an order, else of the first, else none. */
export function whenOf(flow: Definition): string {
  const fact = flow.facts.find(({ type }) => type === 'amount' || type === 'number') ?? flow.facts[0]
  return fact === undefined ? 'true' : written(beginning(fact), flow.facts)
}

/** A new step that says as little as its kind allows. */
export function fresh(flow: Definition, type: StepType, name: string): Step {
  const step: Step = { type, code: freeCode(flow, type), name }
  if (type === 'approve')
    return {
      ...step,
      who: { kind: 'role', role: 'credit-manager' },
      mode: 'single',
      within: 'P2D',
      returnTo: ['start'],
    }
  if (type === 'copy') return { ...step, who: { kind: 'starter' } }
  if (type === 'end') return { ...step, outcome: 'refused' }
  if (type === 'act') return { ...step, action: '' }
  return { ...step, arms: [{ code: freeCode(flow, 'way'), name, when: whenOf(flow), steps: [] }], otherwise: [] }
}

/** The list with one step a place further up or down; the same list where there is no such place. */
export function moved<T>(list: T[], at: number, by: -1 | 1): T[] {
  const to = at + by
  const one = list[at]
  const other = list[to]
  if (one === undefined || other === undefined) return list
  const after = [...list]
  after[at] = other
  after[to] = one
  return after
}
