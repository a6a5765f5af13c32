import { afterEach, describe, expect, it, vi } from 'vitest'
import { active, press, type Shortcut } from './shortcuts'

function shortcut(keys: string, everywhere = false): Shortcut & { run: ReturnType<typeof vi.fn> } {
  const entry = { keys, label: 'app.close', run: vi.fn(), everywhere }
  active.add(entry)
  return entry
}

function key(name: string, init: KeyboardEventInit = {}, target: HTMLElement = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init })
  target.addEventListener('keydown', (caught) => press(caught as KeyboardEvent, true), { once: true })
  target.dispatchEvent(event)
  return event
}

const input = (): HTMLInputElement => document.body.appendChild(document.createElement('input'))

afterEach(() => {
  active.clear()
  document.body.replaceChildren()
})

describe('shortcuts', () => {
  it('run and take the key from the browser', () => {
    const next = shortcut('j')
    expect(key('j').defaultPrevented).toBe(true)
    expect(next.run).toHaveBeenCalledOnce()
  })

  it('leave other keys to the browser', () => {
    shortcut('j')
    expect(key('q').defaultPrevented).toBe(false)
    expect(key('j', { ctrlKey: true }).defaultPrevented).toBe(false)
  })

  it('are silent while an input method composes', () => {
    const next = shortcut('j')
    key('j', { isComposing: true })
    expect(next.run).not.toHaveBeenCalled()
  })

  it('under an open dialog are silent; those inside it, and all once it is closed, are not', () => {
    const layer = document.body.appendChild(document.createElement('div'))
    layer.className = 'el-overlay'
    layer.innerHTML = '<div role="dialog" aria-modal="true"><p></p></div>'
    const beneath = shortcut('j')
    const search = shortcut('ctrl+k', true)
    const inside = Object.assign(shortcut('k'), { place: () => layer.querySelector('p') })
    key('j')
    key('k', { ctrlKey: true })
    key('k')
    expect(beneath.run).not.toHaveBeenCalled()
    expect(search.run).not.toHaveBeenCalled()
    expect(inside.run).toHaveBeenCalledOnce()
    layer.style.display = 'none'
    key('j')
    expect(beneath.run).toHaveBeenCalledOnce()
    layer.style.display = ''
    layer.classList.add('dialog-fade-leave-active')
    key('j')
    expect(beneath.run).toHaveBeenCalledTimes(2)
  })

  it('of the lower of two dialogs are silent', () => {
    document.body.innerHTML = `
      <div class="el-overlay" style="z-index: 2002"><div aria-modal="true"><p id="upper"></p></div></div>
      <div class="el-overlay" style="z-index: 2001"><div aria-modal="true"><p id="lower"></p></div></div>`
    const lower = Object.assign(shortcut('j'), { place: () => document.getElementById('lower') })
    key('j')
    expect(lower.run).not.toHaveBeenCalled()
  })

  it('are silent while somebody types, except those meant for everywhere', () => {
    const next = shortcut('j')
    const search = shortcut('ctrl+k', true)
    key('j', {}, input())
    key('k', { ctrlKey: true }, input())
    expect(next.run).not.toHaveBeenCalled()
    expect(search.run).toHaveBeenCalledOnce()
  })

  it('of single keys can be switched off', () => {
    const next = shortcut('j')
    const event = new KeyboardEvent('keydown', { key: 'j' })
    press(event, false)
    expect(next.run).not.toHaveBeenCalled()
  })

  it('take two keys in a row for a place to go', () => {
    const customers = shortcut('g c')
    key('g')
    key('c')
    expect(customers.run).toHaveBeenCalledOnce()
    key('c')
    expect(customers.run).toHaveBeenCalledOnce()
  })

  it('leave enter to the button that has the focus', () => {
    const open = shortcut('enter')
    key('Enter', {}, document.body.appendChild(document.createElement('button')))
    expect(open.run).not.toHaveBeenCalled()
  })

  it('belong to the layer on top', () => {
    const below = shortcut('escape')
    const above = shortcut('escape')
    key('Escape')
    expect([below.run.mock.calls.length, above.run.mock.calls.length]).toEqual([0, 1])
  })
})
