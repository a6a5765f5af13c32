import { useI18n } from 'vue-i18n'

export interface Labels {
  /** The name of a code, or the code itself where there is none: codes may be set by the company. */
  name: (family: string, code: string) => string
  bucket: (bucket: string) => string
  rule: (rule: string) => string
}

/** Vue's message paths take dots and slashes as structure, codes may contain them. */
const keyOf = (code: string): string => code.replace(/[^\w-]/g, '_')

export function useLabels(): Labels {
  const { t, te } = useI18n()
  const name = (family: string, code: string): string => {
    const key = `kit.${family}.${keyOf(code)}`
    return te(key) ? t(key) : code
  }
  return {
    name,
    bucket: (bucket) => {
      if (bucket === 'not-due') return t('kit.bucket.notDue')
      const over = /^over-(\d+)$/.exec(bucket)
      return t('kit.bucket.days', { days: over === null ? bucket.replace('-', '–') : `> ${over[1]}` })
    },
    rule: (rule) => name('rule', rule.split('@')[0] ?? rule),
  }
}
