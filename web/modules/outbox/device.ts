import type { Entry, Keep } from './entry'

const BASE = 'mulin-outbox'
const STORE = 'entries'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(BASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { keyPath: 'id' }))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no outbox')))
  })
}

/** A write is done when its transaction is: only then does the entry outlive the page. */
async function within<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = base.transaction(STORE, mode)
      const request = work(transaction.objectStore(STORE))
      transaction.addEventListener('complete', () => resolve(request.result))
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('outbox refused')))
    })
  } finally {
    base.close()
  }
}

/** IndexedDB of this device. Entries are plain data: what is reactive is copied out of its wrapping. */
export const device: Keep = {
  all: () => within('readonly', store => store.getAll() as IDBRequest<Entry[]>),
  get: id => within('readonly', store => store.get(id) as IDBRequest<Entry | undefined>),
  put: async entry => {
    await within('readwrite', store => store.put(JSON.parse(JSON.stringify(entry))))
  },
  remove: async id => {
    await within('readwrite', store => store.delete(id))
  },
}
