export { usePhotos, type DraftPhoto, type Photos } from './photos'
export { default as PhotoPicker } from './PhotoPicker.vue'
export { default as PhotoStrip } from './PhotoStrip.vue'
export { fileWords } from './words'
