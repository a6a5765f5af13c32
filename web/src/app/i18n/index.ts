import { createI18n } from 'vue-i18n'
import { speak } from '../api/http'
import type { Language } from '../preferences'

export type Messages = typeof import('./zh-CN').default

/** A missing text is a fault of ours and must be seen, not papered over with the other language. */
export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: [],
  messages: {},
  warnHtmlMessage: true,
})

const loaders: Record<Language, () => Promise<{ default: Messages }>> = {
  'zh-CN': () => import('./zh-CN'),
  en: () => import('./en'),
}

const loaded = new Set<Language>()

interface Texts {
  [key: string]: string | Texts
}

const added: Record<Language, Texts>[] = []

/** Texts that come with a page instead of with the first load, in all languages. */
export function addTexts(texts: Record<Language, Texts>): void {
  added.push(texts)
  loaded.forEach((language) => i18n.global.mergeLocaleMessage(language, texts[language]))
}

export function preferred(): Language {
  return typeof navigator !== 'undefined' && /^en\b/i.test(navigator.language) ? 'en' : 'zh-CN'
}

/** Loads the texts of a language if need be and switches everything over to it, the server included. */
export async function switchLanguage(language: Language): Promise<void> {
  if (!loaded.has(language)) {
    const { default: messages } = await loaders[language]()
    i18n.global.setLocaleMessage(language, messages)
    added.forEach((texts) => i18n.global.mergeLocaleMessage(language, texts[language]))
    loaded.add(language)
  }
  i18n.global.locale.value = language
  document.documentElement.lang = language
  speak(language)
}
