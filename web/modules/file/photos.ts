import { computed, reactive, shallowRef, watch, type Ref } from 'vue'
import { Problem } from '@/base'
import { fileApi } from './api'
import { sift, type Refusal } from './choosing'
import { shelf } from './shelf'

export interface DraftPhoto {
  key: string
  name: string
  /** The server's id, once it has the file. */
  id?: string
}

/** The photos of one draft: shown at once, kept on the device, sent when the server can be reached. */
export function usePhotos(photos: Ref<DraftPhoto[]>) {
  const previews = reactive<Record<string, string>>({})
  const problems = reactive<Record<string, string>>({})
  const sending = reactive(new Set<string>())
  const problem = shallowRef<Problem | null>(null)
  /** What was chosen last and could not be added. */
  const refused = shallowRef<Refusal[]>([])

  async function restore(): Promise<void> {
    for (const photo of photos.value) {
      if (previews[photo.key]) continue
      const kept = await shelf.get(photo.key)
      if (kept) previews[photo.key] = URL.createObjectURL(kept)
      else if (!photo.id) photos.value = photos.value.filter(one => one.key !== photo.key)
    }
  }

  async function add(files: File[], most: number): Promise<void> {
    const sifted = await sift(files, Math.max(0, most - photos.value.length))
    refused.value = sifted.refused
    for (const file of sifted.taken) {
      const photo: DraftPhoto = { key: crypto.randomUUID(), name: file.name }
      previews[photo.key] = URL.createObjectURL(file)
      photos.value = [...photos.value, photo]
      await shelf.put(photo.key, file)
    }
  }

  /** The browser cannot show it, so nobody can see it: out it goes, by name. */
  async function damaged(key: string): Promise<void> {
    const photo = photos.value.find(one => one.key === key)
    if (!photo) return
    await drop(key)
    refused.value = [...refused.value, { code: 'damaged', name: photo.name }]
  }

  async function remove(key: string): Promise<void> {
    refused.value = []
    await drop(key)
  }

  async function drop(key: string): Promise<void> {
    photos.value = photos.value.filter(photo => photo.key !== key)
    if (previews[key]) URL.revokeObjectURL(previews[key])
    delete previews[key]
    delete problems[key]
    await shelf.remove(key)
  }

  async function sendOne(photo: DraftPhoto): Promise<void> {
    const kept = await shelf.get(photo.key)
    const blob = kept ?? (previews[photo.key] ? await (await fetch(previews[photo.key]!)).blob() : undefined)
    if (!blob) return
    const stored = await fileApi.store(blob, photo.name)
    photos.value = photos.value.map(one => (one.key === photo.key ? { ...one, id: stored.id } : one))
  }

  /** Sends what the server lacks; a photo that it refuses says why, a lost connection stops the rest. */
  async function send(): Promise<string[]> {
    problem.value = null
    for (const photo of photos.value.filter(one => !one.id && !sending.has(one.key))) {
      sending.add(photo.key)
      delete problems[photo.key]
      try {
        await sendOne(photo)
      } catch (thrown) {
        const refused = Problem.of(thrown)
        if (!refused.final) throw refused
        problems[photo.key] = refused.at('file') ?? refused.detail
        problem.value = refused
      } finally {
        sending.delete(photo.key)
      }
    }
    if (problem.value) throw problem.value
    return photos.value.flatMap(photo => (photo.id ? [photo.id] : []))
  }

  async function clear(): Promise<void> {
    refused.value = []
    for (const photo of photos.value) await drop(photo.key)
  }

  watch(photos, restore, { immediate: true })
  return {
    previews,
    problems,
    refused,
    sending,
    add,
    damaged,
    remove,
    send,
    clear,
    count: computed(() => photos.value.length),
  }
}

export type Photos = ReturnType<typeof usePhotos>
