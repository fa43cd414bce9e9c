import '../../modules/design/house.css'
import '../vant'
import 'vant/es/pull-refresh/index.css'
import '../phone.css'
import './grid.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { accessWords } from '@/access'
import { admissionWays, admissionWords } from '@/admission'
import { areaWords } from '@/area'
import { baseWords, createDictionary } from '@/base'
import { demoWords } from '@/demo'
import { fileWords } from '@/file'
import { gridWays, gridWords } from '@/grid'
import { noticeWords } from '@/notice'
import { outbox, outboxWords } from '@/outbox'
import { appealWords, ticketWays, ticketWords, workerWords } from '@/ticket'
import { createGridRouter } from './routes'
import Shell from './Shell.vue'
import { shellWords } from './words'

for (const [name, send] of Object.entries({ ...ticketWays, ...gridWays, ...admissionWays })) outbox.way(name, send)
const app = createApp(Shell)
app.use(createPinia())
app.use(
  createDictionary(
    baseWords,
    accessWords,
    demoWords,
    areaWords,
    fileWords,
    outboxWords,
    ticketWords,
    appealWords,
    workerWords,
    gridWords,
    admissionWords,
    noticeWords,
    shellWords,
  ),
)
app.use(createGridRouter())
app.mount('#app')
