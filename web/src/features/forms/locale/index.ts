import { addTexts } from '@/app/i18n'
import en from './en'
import zh from './zh-CN'

addTexts({ 'zh-CN': { forms: zh }, en: { forms: en } })
