import { addTexts } from '@/app/i18n'
import en from './codes.trail.en'
import zh from './codes.trail.zh-CN'

addTexts({ 'zh-CN': { kit: zh }, en: { kit: en } })
