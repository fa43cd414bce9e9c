import { ref } from 'vue'

const REMEMBERED = 'mulin.chime'
const NOTES_hz = [659.25, 987.77]
const NOTE_s = 0.16
const FADE_s = 0.5
const LOUDNESS = 0.12

/** Whoever asked their device for calm is not startled unless they switch the sound on themselves. */
const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches
const kept = localStorage.getItem(REMEMBERED)

/** Whether new work may be heard; remembered on this device. */
export const chimeOn = ref(kept === null ? !calm() : kept === 'on')

export function switchChime(on: boolean): void {
  chimeOn.value = on
  localStorage.setItem(REMEMBERED, on ? 'on' : 'off')
  if (on) chime()
}

let sound: AudioContext | undefined

/** Two soft notes, made here: nothing is loaded. Silent until the browser has seen the user act. */
export function chime(): void {
  if (!chimeOn.value || typeof AudioContext === 'undefined') return
  sound ??= new AudioContext()
  const out = sound
  void out
    .resume()
    .then(() => NOTES_hz.forEach((pitch, n) => note(out, pitch, out.currentTime + n * NOTE_s)))
    .catch(() => undefined)
}

function note(out: AudioContext, pitch_hz: number, start_s: number): void {
  const tone = out.createOscillator()
  const volume = out.createGain()
  tone.type = 'sine'
  tone.frequency.value = pitch_hz
  volume.gain.setValueAtTime(0, start_s)
  volume.gain.linearRampToValueAtTime(LOUDNESS, start_s + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, start_s + FADE_s)
  tone.connect(volume).connect(out.destination)
  tone.start(start_s)
  tone.stop(start_s + FADE_s)
}
