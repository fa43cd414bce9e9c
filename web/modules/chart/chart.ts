import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer])

/** A chart that keeps to its frame; the caller ends it. */
export function startChart(host: HTMLElement): { show: (option: EChartsCoreOption) => void; end: () => void } {
  const chart: EChartsType = init(host, null, { renderer: 'canvas' })
  const watch = new ResizeObserver(() => chart.resize())
  watch.observe(host)
  return {
    show: option => chart.setOption(option, true),
    end: () => {
      watch.disconnect()
      chart.dispose()
    },
  }
}
