import { useI18n } from 'vue-i18n'

/** Why somebody is asked, in words; a role by its name. */
export function useWhy(): (why: string) => string {
  const { t, te } = useI18n()
  return (why) => {
    const [kind = '', what = ''] = why.split(':')
    if (kind === 'role') {
      const key = `kit.role.${what}`
      return t('workflow.why.role', { role: te(key) ? t(key) : what })
    }
    return te(`workflow.why.${kind}`) ? t(`workflow.why.${kind}`) : why
  }
}
