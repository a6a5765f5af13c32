import { ref, watch, type Ref } from 'vue'
import { fitLayout, type GridColumn, type GridLayout } from './grid'

const key = (list: string): string => `xd.columns.${list}`

function stored(list: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key(list)) ?? 'null')
  } catch {
    return null
  }
}

/** The columns of a list as this person left them on this device. */
export function useLayout<Row>(list: string, columns: () => readonly GridColumn<Row>[]): Ref<GridLayout> {
  const layout = ref(fitLayout(stored(list), columns()))
  watch(layout, (value) => {
    try {
      localStorage.setItem(key(list), JSON.stringify(value))
    } catch {
      // Without storage the columns stay as they are until the page is closed.
    }
  })
  watch(columns, (now) => {
    layout.value = fitLayout(layout.value, now)
  })
  return layout
}
