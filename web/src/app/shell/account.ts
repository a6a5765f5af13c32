import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { switchLanguage } from '../i18n'
import { tell } from '../notices'
import { usePreferences, type Language } from '../preferences'
import { rememberLanguage, signOut } from '../session/session'
import { queryClient } from '../queries'
import type { MenuItem } from '@/kit/menu'

/** The other language and how to change to it, here and at the server. */
export function useLanguage(): { other: ComputedRef<Language>; change: () => Promise<void> } {
  const { locale } = useI18n()
  const preferences = usePreferences()
  const other = computed<Language>(() => (locale.value === 'en' ? 'zh-CN' : 'en'))
  async function change(): Promise<void> {
    const wanted = other.value
    preferences.stored.language = wanted
    await switchLanguage(wanted)
    // The screen has changed already; that the server remembers it for other devices may fail quietly.
    await rememberLanguage(wanted).catch(() => undefined)
    await queryClient.invalidateQueries()
  }
  return { other, change }
}

/** Signs out; where that did not happen, says so and stays. */
function useLeave(): () => Promise<void> {
  const { t } = useI18n()
  const router = useRouter()
  return async () => {
    try {
      await signOut()
    } catch {
      tell('fault', t('app.signOutFailed'))
      return
    }
    await router.push({ name: 'sign-in' })
  }
}

/** What this device shows differently. */
function usePreferenceItems(): ComputedRef<MenuItem[]> {
  const { t } = useI18n()
  const { stored } = usePreferences()
  return computed(() => [
    {
      key: 'unit',
      label: t('app.prefer.tenThousand'),
      checked: stored.unit === 'tenThousand',
      run: () => {
        stored.unit = stored.unit === 'one' ? 'tenThousand' : 'one'
      },
    },
    {
      key: 'keys',
      label: t('app.prefer.singleKeys'),
      checked: stored.singleKeys,
      run: () => {
        stored.singleKeys = !stored.singleKeys
      },
    },
    {
      key: 'decal',
      label: t('app.prefer.decal'),
      checked: stored.decal,
      run: () => {
        stored.decal = !stored.decal
      },
    },
  ])
}

export function useAccountMenu(): ComputedRef<MenuItem[]> {
  const { t } = useI18n()
  const router = useRouter()
  const preferences = usePreferenceItems()
  const leave = useLeave()
  return computed(() => [
    { key: 'account', label: t('app.page.account'), run: () => void router.push({ name: 'account' }) },
    ...preferences.value,
    { key: 'out', label: t('app.signOut'), run: () => void leave() },
  ])
}
