import { addTexts } from '@/app/i18n'
import en from './en'
import zh from './zh-CN'

addTexts({ 'zh-CN': { library: zh }, en: { library: en } })
