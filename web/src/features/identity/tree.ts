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

/** What may stand below a node: a department or site holds no company. */
export const kindsBelow = (kind: string | undefined): string[] =>
  kind === 'department' || kind === 'site' ? ['department', 'site'] : ['department', 'site', 'company']

/** All but a node and what stands below it: nothing can be moved below itself. */
export function withoutBranch(all: readonly Branch[], id: string): Branch[] {
  const at = all.findIndex(({ node }) => node.id === id)
  if (at < 0) return [...all]
  const depth = all[at]?.depth ?? 0
  const next = all.findIndex((branch, index) => index > at && branch.depth <= depth)
  return [...all.slice(0, at), ...(next < 0 ? [] : all.slice(next))]
}
