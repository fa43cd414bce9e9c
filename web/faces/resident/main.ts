import '../../modules/design/house.css'
import '../vant'
import '../phone.css'
import './elder.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { accessWords } from '@/access'
import { areaWords } from '@/area'
import { baseWords, createDictionary } from '@/base'
import { demoWords } from '@/demo'
import { fileWords } from '@/file'
import { noticeWords } from '@/notice'
import { appealWords, jointWords, openWords, ticketWords } from '@/ticket'
import { elder } from './elder'
import { createResidentRouter } from './routes'
import Shell from './Shell.vue'
import { shellWords } from './words'

elder.restore()
const app = createApp(Shell)
app.use(createPinia())
app.use(
  createDictionary(
    baseWords,
    accessWords,
    demoWords,
    areaWords,
    fileWords,
    ticketWords,
    appealWords,
    jointWords,
    openWords,
    noticeWords,
    shellWords,
  ),
)
app.use(createResidentRouter())
app.mount('#app')
