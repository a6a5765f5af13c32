import { expect, it } from 'vitest'
import { addTexts, i18n, switchLanguage } from '.'

it('texts that come with a page hold in the language spoken and in one switched to later', async () => {
  await switchLanguage('zh-CN')
  addTexts({ 'zh-CN': { lazy: { title: '标题' } }, en: { lazy: { title: 'Title' } } })
  expect(i18n.global.t('lazy.title')).toBe('标题')
  await switchLanguage('en')
  expect(i18n.global.t('lazy.title')).toBe('Title')
  expect(i18n.global.t('app.page.calendar')).toBe('Working-day calendar')
  await switchLanguage('zh-CN')
  expect(i18n.global.t('lazy.title')).toBe('标题')
})
