// Only the parts in use; each brings its own style.
import 'vant/es/style/base.css'
import 'vant/es/icon/index.css'
import 'vant/es/loading/index.css'
import 'vant/es/overlay/index.css'
import 'vant/es/popup/index.css'
import 'vant/es/toast/index.css'
import 'vant/es/switch/index.css'
