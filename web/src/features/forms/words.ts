import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FormFinding, FormLine, Reason } from '@/app/api/contract'
import { Problem } from '@/app/api/problem'

/** Names and problems of forms in the reader's language. */
export function useFormWords() {
  const { t, te, locale } = useI18n()
  const language = computed(() => (locale.value === 'en' ? ('en' as const) : ('zh' as const)))
  const nameOf = (form: FormLine): string => (language.value === 'en' ? form.labelEn : form.labelZh)
  const why = (code: string, limit = ''): string =>
    te(`forms.problem.${code}`) ? t(`forms.problem.${code}`, { limit }) : code
  /** What is wrong, by field. */
  const told = (reasons: Reason[]): Record<string, string> =>
    Object.fromEntries(
      reasons.flatMap(({ field, facts }) =>
        field === undefined ? [] : [[field, why(String(facts?.code ?? ''), String(facts?.limit ?? ''))]],
      ),
    )
  const refused = (error: unknown): Record<string, string> =>
    error instanceof Problem && error.code === 'record-unfit' ? told(error.reasons) : {}
  const finding = (one: FormFinding): string =>
    te(`forms.finding.${one.check}`) ? t(`forms.finding.${one.check}`, { field: one.field, ...one.facts }) : one.check
  return { language, nameOf, why, told, refused, finding }
}
