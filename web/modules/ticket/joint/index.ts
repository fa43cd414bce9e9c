export { default as DirectDialog } from './DirectDialog.vue'
export { default as MyWhistles } from './MyWhistles.vue'
export { default as WhistlePanel } from './WhistlePanel.vue'
export { jointWords } from './words'
