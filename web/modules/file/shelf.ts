/** Photos of a draft that the server does not have yet, kept on the device until it does. */
const BASE = 'mulin'
const STORE = 'photos'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(BASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no shelf')))
  })
}

async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(base.transaction(STORE, mode).objectStore(STORE))
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('shelf refused')))
    })
  } finally {
    base.close()
  }
}

// A private window may refuse the store: the draft then keeps its words and loses its photos on reload.
export const shelf = {
  put: (key: string, photo: Blob) => within('readwrite', store => store.put(photo, key)).catch(() => undefined),
  get: (key: string) => within<Blob | undefined>('readonly', store => store.get(key)).catch(() => undefined),
  remove: (key: string) => within('readwrite', store => store.delete(key)).catch(() => undefined),
}
