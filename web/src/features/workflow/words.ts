import { useI18n } from 'vue-i18n'
import { nameOf, useRoles } from '@/features/identity/roles'

/** Roles that come with the program, by code; those who hold them may be asked to sign. */
export function useRoleNames() {
  const { locale } = useI18n()
  const roles = useRoles()
  const role = (code: string): string => {
    const found = roles.data.value?.items.find((one) => one.code === code)
    return found === undefined ? code : nameOf(found, locale.value)
  }
  /** Those that can sign, the chosen one in any case. */
  const signing = (chosen: string): { value: string; label: string }[] => {
    const some = (roles.data.value?.items ?? []).flatMap((one) =>
      one.code !== null && one.rights.includes('workflow.act')
        ? [{ value: one.code, label: nameOf(one, locale.value) }]
        : [],
    )
    return some.some(({ value }) => value === chosen) ? some : [{ value: chosen, label: role(chosen) }, ...some]
  }
  return { role, signing }
}

/** Why somebody is asked, in words; a role by its name. */
export function useWhy(): (why: string) => string {
  const { t, te } = useI18n()
  const { role } = useRoleNames()
  return (why) => {
    const [kind = '', what = ''] = why.split(':')
    if (kind === 'role') return t('workflow.why.role', { role: role(what) })
    return te(`workflow.why.${kind}`) ? t(`workflow.why.${kind}`) : why
  }
}
