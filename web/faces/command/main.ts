import '../../modules/design/house.css'
import './command.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { accessWords } from '@/access'
import { areaWords } from '@/area'
import { baseWords, createDictionary } from '@/base'
import { demoWords } from '@/demo'
import { insightWords } from '@/insight'
import { ticketWords } from '@/ticket'
import { createCommandRouter } from './routes'
import Shell from './Shell.vue'

const app = createApp(Shell)
app.use(createPinia())
app.use(createDictionary(baseWords, accessWords, demoWords, areaWords, ticketWords, insightWords))
app.use(createCommandRouter())
app.mount('#app')
