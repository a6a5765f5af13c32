import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/vue-table'
import { computed, type ComputedRef, type Ref } from 'vue'
import type { GridColumn, GridLayout } from './grid'

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
})

/** A column as it stands on screen. */
export interface Shown<Row> {
  column: GridColumn<Row>
  width: number
  pinned: boolean
  /** Distance from the left edge at which a pinned column sticks. */
  left: number
}

interface Place {
  id: string
  getSize: () => number
}

/** Which columns are seen, in which order and width; TanStack Table works it out from the layout. */
export function useShownColumns<Row extends { id: string }>(
  columns: ComputedRef<readonly GridColumn<Row>[]>,
  layout: Ref<GridLayout>,
): ComputedRef<Shown<Row>[]> {
  const definitions = computed<ColumnDef<typeof features, Row>[]>(() =>
    columns.value.map((column) => ({ id: column.key, accessorFn: column.text, size: column.width })),
  )
  const table = useTable<typeof features, Row>({
    features,
    data: computed<Row[]>(() => []),
    columns: definitions,
    state: computed(() => ({
      columnOrder: layout.value.order,
      columnVisibility: Object.fromEntries(layout.value.hidden.map((key) => [key, false])),
      columnPinning: { start: layout.value.order.filter((key) => layout.value.pinned.includes(key)), end: [] },
      columnSizing: layout.value.widths,
    })),
  })
  return computed(() => {
    const byKey = new Map(columns.value.map((column) => [column.key, column]))
    // Reading the layout makes this depend on it, however the table caches its own answers.
    const pinnedKeys = new Set(layout.value.pinned)
    const places: Place[] = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()]
    let left = 0
    return places.flatMap((place) => {
      const column = byKey.get(place.id)
      if (column === undefined) return []
      const width = place.getSize()
      const shown = { column, width, pinned: pinnedKeys.has(place.id), left }
      left += width
      return [shown]
    })
  })
}
