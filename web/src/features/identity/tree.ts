import type { NodeRef } from '@/app/api/contract'

export interface Branch {
  node: NodeRef
  /** Levels below the topmost node shown. */
  depth: number
}

/** Nodes in the order of a tree: each below its parent, those beside each other by name. */
export function branches(nodes: readonly NodeRef[], language: string): Branch[] {
  const known = new Set(nodes.map((node) => node.id))
  const below = (parent: string | null): NodeRef[] =>
    nodes
      .filter((node) => (node.parent !== null && known.has(node.parent) ? node.parent : null) === parent)
      .sort((one, other) => one.name.localeCompare(other.name, language))
  const walk = (parent: string | null, depth: number): Branch[] =>
    below(parent).flatMap((node) => [{ node, depth }, ...walk(node.id, depth + 1)])
  return walk(null, 0)
}

/** Full-width blanks show the depth in a list of choices, where nothing else can. */
export const indented = ({ node, depth }: Branch): string => `${'\u3000'.repeat(depth)}${node.name}`

/** What may stand below a node: a department holds no company. */
export const kindsBelow = (kind: string | undefined): string[] =>
  kind === 'department' ? ['department'] : ['department', 'company']
