import { defineStore } from 'pinia'
import { ref, watch } from 'vue'

export type ThemeChoice = 'system' | 'light' | 'dark'
export type Density = 'compact' | 'normal' | 'wide'
export type AmountUnit = 'one' | 'tenThousand'
export type Language = 'zh-CN' | 'en'

const KEY = 'xd.preferences'

interface Stored {
  theme: ThemeChoice
  density: Density
  unit: AmountUnit
  language: Language | null
  singleKeys: boolean
  decal: boolean
  menuFolded: boolean
}

const DEFAULTS: Stored = {
  theme: 'system',
  density: 'normal',
  unit: 'one',
  language: null,
  singleKeys: true,
  decal: false,
  menuFolded: false,
}

function read(): Stored {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Stored>) }
  } catch {
    // A browser may forbid storage, or hold something older than us.
    return { ...DEFAULTS }
  }
}

function write(value: Stored): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(value))
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}

/** How this person likes the screen on this device (个人偏好). No data of the server live here. */
export const usePreferences = defineStore('preferences', () => {
  const stored = ref(read())
  watch(stored, write, { deep: true })
  return { stored }
})
