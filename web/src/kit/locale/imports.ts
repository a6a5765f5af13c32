import { addTexts } from '@/app/i18n'
import en from './codes.imports.en'
import zh from './codes.imports.zh-CN'

addTexts({ 'zh-CN': { kit: zh }, en: { kit: en } })
