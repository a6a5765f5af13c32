import type { EChartsOption } from 'echarts'
import { forDrawing, shownAmount } from './money'

/** Bars over categories. Values are decimal texts; they become numbers for the pixels only. */
export interface ChartData {
  categories: string[]
  series: { name: string; values: string[]; colours?: string[]; colour?: string }[]
  stacked?: boolean
  /** Lying bars leave room for long names. */
  lying?: boolean
}

export interface ChartLook {
  dark: boolean
  decal: boolean
  label: string
  /** Round numbers are shortened to 万 in Chinese, to k and M elsewhere. */
  language: string
}

const PAPER = {
  light: { text: '#1d2129', quiet: '#5f6672', line: '#dfe3e8', back: '#ffffff', edge: '#858c98' },
  dark: { text: '#e6e8eb', quiet: '#a7adb8', line: '#30353d', back: '#1c1f24', edge: '#7a828f' },
}

const LARGE = 100_000
const THOUSAND = 1_000
const TEN_THOUSAND = 10_000
const MILLION = 1_000_000

/** Marks of an axis are round numbers; long ones are shortened as the language does. */
export function axisText(value: number, language: string): string {
  if (Math.abs(value) < LARGE) return shownAmount(String(value))
  const shortened = (by: number, unit: string): string => `${shownAmount(String(value / by))}${unit}`
  if (language.startsWith('zh')) return shortened(TEN_THOUSAND, '万')
  return Math.abs(value) >= MILLION ? shortened(MILLION, 'M') : shortened(THOUSAND, 'k')
}

export function optionOf(data: ChartData, look: ChartLook): EChartsOption {
  const paper = look.dark ? PAPER.dark : PAPER.light
  const names = { type: 'category' as const, data: data.categories, ...axis(paper), inverse: data.lying === true }
  const numbers = {
    type: 'value' as const,
    ...axis(paper),
    axisLabel: { color: paper.quiet, formatter: (value: number) => axisText(value, look.language) },
    splitLine: { lineStyle: { color: paper.line } },
  }
  return {
    animationDuration: 200,
    textStyle: { fontFamily: 'Inter, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif' },
    aria: { enabled: true, label: { description: look.label }, decal: { show: look.decal } },
    grid: { left: 8, right: 24, top: data.series.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
    legend: { show: data.series.length > 1, textStyle: { color: paper.text }, top: 0, type: 'scroll' },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'shadow' },
      backgroundColor: paper.back,
      borderColor: paper.line,
      textStyle: { color: paper.text },
      // Drawn on the canvas: our policy for content allows no styles from texts.
      renderMode: 'richText',
      valueFormatter: (value) => shownAmount(String(value)),
    },
    xAxis: data.lying ? numbers : names,
    yAxis: data.lying ? names : numbers,
    series: data.series.map((series) => bars(series, data, paper.edge)),
  }
}

function axis(paper: (typeof PAPER)['light']) {
  return {
    axisLine: { lineStyle: { color: paper.line } },
    axisTick: { show: false },
    axisLabel: { color: paper.quiet },
  }
}

/** An edge, because some colours of the scales are as light as the paper. */
function bars(series: ChartData['series'][number], data: ChartData, edge: string) {
  return {
    type: 'bar' as const,
    name: series.name,
    stack: data.stacked ? 'all' : undefined,
    barMaxWidth: 44,
    itemStyle: { color: series.colour ?? '#4d86c9', borderColor: edge, borderWidth: 1 },
    data: series.values.map((value, index) => ({
      value: forDrawing(value),
      itemStyle: series.colours === undefined ? undefined : { color: series.colours[index], borderColor: edge },
    })),
  }
}
