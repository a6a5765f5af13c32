import '@/kit/locale/imports'
import { addTexts } from '@/app/i18n'
import en from './en'
import zh from './zh-CN'

addTexts({ 'zh-CN': { integration: zh }, en: { integration: en } })
