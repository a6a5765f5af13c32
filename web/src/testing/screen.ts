import { vi } from 'vitest'

/** Gives elements a height, which jsdom never does: a grid draws the rows that fit. */
export function roomy(height = 600): void {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(height)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1280)
}

/** Makes the screen one of a telephone. */
export function onPhone(): void {
  const query = { matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }
  vi.stubGlobal('matchMedia', () => query)
}
