import { getCurrentInstance, onMounted, onUnmounted, shallowReactive } from 'vue'
import { usePreferences } from './preferences'

/** One key or sequence, such as "j", "ctrl+k" or "g c", what it does, and where its name stands in the texts. */
export interface Shortcut {
  keys: string
  label: string
  run: (event: KeyboardEvent) => void
  /** Also while typing; only for combinations with Ctrl. */
  everywhere?: boolean
  /** Where its part of the screen is; decides whether an open dialog covers it. */
  place?: () => Node | null
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

const layer = (dialog: Element): HTMLElement | null => dialog.closest<HTMLElement>('.el-overlay')

/** Whether a dialog is seen: those closed stay in the document without being shown, and some fade first. */
const seen = (dialog: Element): boolean =>
  layer(dialog)?.style.display !== 'none' && !/-leave-(from|active|to)\b/.test(layer(dialog)?.className ?? '')

/** The dialog on top, if any is open. */
function topDialog(): Element | null {
  const open = [...document.querySelectorAll('[aria-modal=true]')].filter(seen)
  const height = (dialog: Element) => Number(layer(dialog)?.style.zIndex ?? 0)
  return open.reduce<Element | null>(
    (top, dialog) => (top === null || height(dialog) >= height(top) ? dialog : top),
    null,
  )
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
  const dialog = topDialog()
  const combined = name.startsWith('ctrl+')
  if (!combined && (!singleKeys || isTyping(event.target))) return
  for (const wanted of candidates(name, event.timeStamp)) {
    // What a dialog covers must not move beneath it.
    const reached = (shortcut: Shortcut) => dialog === null || dialog.contains(shortcut.place?.() ?? null)
    const found = [...active].reverse().find((shortcut) => shortcut.keys === wanted && reached(shortcut))
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
  const owner = getCurrentInstance()?.proxy
  const placed = shortcuts.map((shortcut) => ({ ...shortcut, place: () => (owner?.$el as Node | undefined) ?? null }))
  onMounted(() => placed.forEach((shortcut) => active.add(shortcut)))
  onUnmounted(() => placed.forEach((shortcut) => active.delete(shortcut)))
}
