import './element'
import '../../modules/base/tokens.css'
import '../../modules/base/forms.css'
import './desk.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { accessWords } from '@/access'
import { areaWords } from '@/area'
import { baseWords, createDictionary } from '@/base'
import { demoWords } from '@/demo'
import { fileWords } from '@/file'
import { deskWords, importWords, ticketWords } from '@/ticket'
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
    importWords,
    shellWords,
  ),
)
app.use(createDeskRouter())
app.mount('#app')
