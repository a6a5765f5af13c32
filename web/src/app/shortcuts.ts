import { onMounted, onUnmounted, shallowReactive } from 'vue'
import { usePreferences } from './preferences'

/** One key or sequence, such as "j", "ctrl+k" or "g c", what it does, and where its name stands in the texts. */
export interface Shortcut {
  keys: string
  label: string
  run: (event: KeyboardEvent) => void
  /** Also while typing; only for combinations with Ctrl. */
  everywhere?: boolean
}

export const active = shallowReactive<Set<Shortcut>>(new Set())

const SEQUENCE_MS = 1_200
let pending: { key: string; at: number } | null = null

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/** The name of what was pressed: "ctrl+k", "?", "enter", "j". On a Mac the command key counts as Ctrl. */
export function keyName(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase()
  return event.ctrlKey || event.metaKey ? `ctrl+${key}` : key
}

function onButton(event: KeyboardEvent, name: string): boolean {
  // Enter and space belong to the button or link that has the focus.
  const target = event.target instanceof HTMLElement ? event.target : null
  return (name === 'enter' || name === 'space') && target !== null && target.closest('a,button,summary') !== null
}

function candidates(name: string, now: number): string[] {
  const sequence = pending !== null && now - pending.at < SEQUENCE_MS ? [`${pending.key} ${name}`] : []
  pending = { key: name, at: now }
  return [...sequence, name]
}

/** Finds and runs the shortcut for a key; the one registered last wins, as it belongs to the layer on top. */
export function press(event: KeyboardEvent, singleKeys: boolean): void {
  // While an input method composes, keys belong to it.
  if (event.isComposing || event.altKey || event.defaultPrevented) return
  const name = keyName(event)
  if (onButton(event, name)) return
  const combined = name.startsWith('ctrl+')
  if (!combined && (!singleKeys || isTyping(event.target))) return
  for (const wanted of candidates(name, event.timeStamp)) {
    const found = [...active].reverse().find((shortcut) => shortcut.keys === wanted)
    if (found === undefined || (isTyping(event.target) && !found.everywhere)) continue
    event.preventDefault()
    pending = null
    found.run(event)
    return
  }
}

/** Listens for keys; called once, by the shell. */
export function listenForShortcuts(): void {
  const preferences = usePreferences()
  const listener = (event: KeyboardEvent) => press(event, preferences.stored.singleKeys)
  onMounted(() => document.addEventListener('keydown', listener))
  onUnmounted(() => document.removeEventListener('keydown', listener))
}

/** Registers shortcuts for as long as the calling component is on screen. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  onMounted(() => shortcuts.forEach((shortcut) => active.add(shortcut)))
  onUnmounted(() => shortcuts.forEach((shortcut) => active.delete(shortcut)))
}
