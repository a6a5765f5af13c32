import { useI18n } from 'vue-i18n'
import type { Reason } from '@/app/api/contract'
import { Problem } from '@/app/api/problem'
import { useLabels } from './labels'

export interface Told {
  title: string
  detail: string
  reference: string | null
  lines: string[]
}

/** What to tell about a failure: the server's own words where it had any, else what we know ourselves. */
export function useFault(): (error: unknown) => Told {
  const { t, te } = useI18n()
  const labels = useLabels()
  /** A reason that names a field, in words where we have them. */
  const named = ({ field, facts }: Reason): string[] => {
    if (field === undefined) return []
    const code = typeof facts?.code === 'string' ? facts.code : ''
    return [
      t('kit.fault.named', {
        field: te(`kit.fault.field.${field}`) ? t(`kit.fault.field.${field}`) : field,
        why: te(`kit.fault.because.${code}`)
          ? t(`kit.fault.because.${code}`, { ...facts })
          : t('kit.fault.because.other'),
      }),
    ]
  }
  return (error) => {
    if (!(error instanceof Problem)) {
      const reference = error instanceof Error ? error.name : null
      return { title: t('kit.fault.unknown.title'), detail: t('kit.fault.unknown.detail'), reference, lines: [] }
    }
    const known = te(`kit.fault.${error.code}.title`) ? error.code : 'server'
    const rules = error.reasons.flatMap((reason) => (reason.rule === undefined ? [] : [labels.rule(reason.rule)]))
    return {
      title: error.title || t(`kit.fault.${known}.title`),
      detail: error.detail || (error.title ? '' : t(`kit.fault.${known}.detail`)),
      reference: error.reference,
      lines: [...new Set([...rules, ...error.reasons.flatMap(named)])],
    }
  }
}
