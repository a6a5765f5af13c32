export interface MenuItem {
  key: string
  label: string
  run: () => void
  checked?: boolean
}
