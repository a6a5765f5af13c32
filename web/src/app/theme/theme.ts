import { computed, ref, watchEffect, type ComputedRef } from 'vue'
import { usePreferences } from '../preferences'

const darkSystem = ref(false)

if (typeof matchMedia === 'function') {
  const query = matchMedia('(prefers-color-scheme: dark)')
  darkSystem.value = query.matches
  query.addEventListener('change', (event) => (darkSystem.value = event.matches))
}

export function useDark(): ComputedRef<boolean> {
  const preferences = usePreferences()
  return computed(() =>
    preferences.stored.theme === 'system' ? darkSystem.value : preferences.stored.theme === 'dark',
  )
}

/** Keeps the class on the root element in step with the choice; Element Plus and our own variables follow it. */
export function followTheme(): void {
  const dark = useDark()
  watchEffect(() => document.documentElement.classList.toggle('dark', dark.value))
}
