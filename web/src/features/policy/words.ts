import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { RegimeCatalogue, RegimeParameter } from '@/app/api/contract'
import { codeName, inLanguage, originOf, shownValue, type Words } from './values'

export interface Told {
  name: (parameter: RegimeParameter) => string
  about: (parameter: RegimeParameter) => string
  code: (parameter: RegimeParameter) => (code: string) => string
  value: (parameter: RegimeParameter, value: unknown) => string
  origin: (text: string | undefined) => string
}

type Translate = (key: string, named?: Record<string, unknown>) => string

function wordsIn(t: Translate, code: (code: string) => string): Words {
  const part = (count: number, unit: string): string[] => (count > 0 ? [t(`policy.period.${unit}`, { n: count })] : [])
  return {
    yes: t('policy.yes'),
    no: t('policy.no'),
    none: t('policy.none'),
    comma: t('policy.comma'),
    colon: t('policy.colon'),
    semicolon: t('policy.semicolon'),
    period: (years, months, days) =>
      [...part(years, 'years'), ...part(months, 'months'), ...part(days, 'days')].join(' '),
    code,
  }
}

function originIn(t: Translate, text: string | undefined): string {
  const { from, state, clause } = originOf(text)
  if (from === 'own') return t('policy.origin.own')
  if (from === 'R0') return t('policy.origin.standard')
  return t(`policy.origin.${state === '' ? 'fixed' : state}`, { from, clause })
}

/** Parameters, their values and where these came from, in the reader's language. */
export function useTold(catalogue: () => RegimeCatalogue | undefined): ComputedRef<Told> {
  const i18n = useI18n()
  const t: Translate = (key, named) => i18n.t(key, named ?? {})
  return computed(() => {
    const language = i18n.locale.value
    const code =
      (parameter: RegimeParameter) =>
      (one: string): string => {
        const known = catalogue()
        return known === undefined ? one : codeName(known, parameter, one, language)
      }
    return {
      name: (parameter) => inLanguage(parameter.name, language),
      about: (parameter) => inLanguage(parameter.about, language),
      code,
      value: (parameter, value) => {
        const unit =
          typeof value === 'number' && parameter.unit !== null ? ` ${t(`policy.unit.${parameter.unit}`)}` : ''
        return shownValue(value, wordsIn(t, code(parameter))) + unit
      },
      origin: (text) => originIn(t, text),
    }
  })
}
