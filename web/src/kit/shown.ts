import { useI18n } from 'vue-i18n'
import { usePreferences } from '@/app/preferences'
import { shownAmount, shownMoney } from './money'

type Amount = string | null | undefined

export interface Shown {
  /** For cells whose head carries the unit. */
  amount: (amount: Amount) => string
  /** For amounts that stand alone: with currency and, in 万元, the word for ten thousand. */
  money: (amount: Amount, currency: string) => string
  /** The head of a column of amounts in one currency, with the unit that its cells leave out. */
  head: (title: string, currency?: string) => string
}

/** Amounts in the unit that this person chose; every screen shows them through here, so that none forgets the unit. */
export function useShown(): Shown {
  const { t } = useI18n()
  const preferences = usePreferences()
  const unit = (currency: string): string => {
    const { unit: chosen } = preferences.stored
    if (currency === 'CNY') return t(chosen === 'one' ? 'kit.unit.one' : 'kit.unit.tenThousand')
    return chosen === 'one' ? currency : t('kit.unit.foreign', { currency })
  }
  return {
    amount: (amount) => shownAmount(amount, preferences.stored.unit),
    money: (amount, currency) => shownMoney(amount, currency, preferences.stored.unit, t('kit.unit.behind')),
    head: (title, currency = 'CNY') => `${title} (${unit(currency)})`,
  }
}
