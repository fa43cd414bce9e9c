import { ElTableColumn } from 'element-plus'

interface ColumnProps {
  label?: string
  prop?: string
  width?: number | string
  minWidth?: number | string
}

/** element-plus's table column for rows of one known type: its own slots say only "some row". */
export function columnOf<Row>() {
  return ElTableColumn as unknown as new () => {
    $props: ColumnProps
    $slots: { default?(scope: { row: Row }): unknown; header?(): unknown }
  }
}
