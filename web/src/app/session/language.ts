import type { Me } from '../api/contract'
import { switchLanguage } from '../i18n'
import { usePreferences, type Language } from '../preferences'

const spoken = (language: string): Language => (language.startsWith('en') ? 'en' : 'zh-CN')

/** The account's language, also after the page was loaded anew; a choice made on this device counts more. */
export async function speakAs(me: Me): Promise<void> {
  if (usePreferences().stored.language === null) await switchLanguage(spoken(me.user.language))
}
