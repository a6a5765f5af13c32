import type { Distribution } from '@/app/api/contract'
import type { ChartData } from '@/kit/chart'
import { gradeColour } from '@/kit/colours'
import { grouped } from '@/kit/money'

type Translate = (key: string, named?: Record<string, unknown>) => string

export function gradeChart(data: Distribution, t: Translate): ChartData {
  return {
    categories: data.grades.map((line) => line.grade),
    series: [
      {
        name: t('insight.customers'),
        values: data.grades.map((line) => String(line.customers)),
        colours: data.grades.map((line) => gradeColour(line.step, line.steps).back),
      },
    ],
  }
}

/** A band of limits in words; the last one has no upper end. */
export function bandName(from: string, to: string | null, t: Translate): string {
  const whole = (amount: string) => grouped(amount.replace(/\.0+$/, ''))
  return to === null ? t('insight.bandFrom', { from: whole(from) }) : `${whole(from)}–${whole(to)}`
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
