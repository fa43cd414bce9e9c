import './element'
import '../../modules/design/house.css'
import './desk.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { accessWords } from '@/access'
import { admissionWords } from '@/admission'
import { areaWords } from '@/area'
import { baseWords, createDictionary } from '@/base'
import { demoWords } from '@/demo'
import { exchangeWords } from '@/exchange'
import { fileWords } from '@/file'
import { gridWords } from '@/grid'
import { honestyWords, hotWords, ratesWords, sourcesWords } from '@/insight'
import { noticeWords } from '@/notice'
import { policyWords } from '@/policy'
import {
  bulkWords,
  clockWords,
  deskWords,
  exportWords,
  importWords,
  intakeWords,
  callBackWords,
  exclusionWords,
  jointWords,
  mergeWords,
  savedWords,
  templateWords,
  ticketWords,
  triageWords,
} from '@/ticket'
import { modelWords } from '@/triage'
import { createDeskRouter } from './routes'
import Shell from './Shell.vue'
import { shellWords } from './words'

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
    deskWords,
    bulkWords,
    clockWords,
    exportWords,
    savedWords,
    callBackWords,
    exclusionWords,
    jointWords,
    mergeWords,
    triageWords,
    modelWords,
    importWords,
    intakeWords,
    templateWords,
    gridWords,
    admissionWords,
    noticeWords,
    exchangeWords,
    policyWords,
    honestyWords,
    ratesWords,
    sourcesWords,
    hotWords,
    shellWords,
  ),
)
app.use(createDeskRouter())
app.mount('#app')
