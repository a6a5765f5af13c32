import type { Distribution } from '@/app/api/contract'
import type { ChartData } from '@/kit/chart'
import { gradeColour } from '@/kit/colours'
import { shownRange } from '@/kit/money'

type Translate = (key: string, named?: Record<string, unknown>) => string

/** No step of the scale: customers without a grade are no worse than the worst. */
const NOT_RATED_COLOUR = '#c3c8d0'

/** The grades, best first, and behind them those without one. */
export function gradeChart(data: Distribution, t: Translate): ChartData {
  return {
    categories: [...data.grades.map((line) => line.grade), t('kit.grade.none')],
    series: [
      {
        name: t('insight.customers'),
        values: [...data.grades.map((line) => line.customers), data.notRated].map(String),
        colours: [...data.grades.map((line) => gradeColour(line.step, line.steps).back), NOT_RATED_COLOUR],
      },
    ],
  }
}

/** A band of limits in words; the last one has no upper end. */
export function bandName(from: string, to: string | null, t: Translate): string {
  return to === null ? t('insight.bandFrom', { from: shownRange(from, '').slice(2) }) : shownRange(from, to)
}

export function limitChart(data: Distribution, t: Translate): ChartData {
  return {
    lying: true,
    categories: data.limits.map((line) => bandName(line.from, line.to, t)),
    series: [
      { name: t('insight.customers'), values: data.limits.map((line) => String(line.customers)), colour: '#4d86c9' },
    ],
  }
}

export function stateChart(data: Distribution, t: Translate): ChartData {
  return {
    lying: true,
    categories: data.states.map((line) => t(`customerfile.limit.${line.state}`)),
    series: [
      { name: t('insight.customers'), values: data.states.map((line) => String(line.customers)), colour: '#7a6bb0' },
    ],
  }
}
