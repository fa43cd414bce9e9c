import { answered, api, type Answer, type Input } from '@/base'
import { once } from '../api'

export type Import = Answer<'/api/imports/{id}', 'get'>
export type Rejection = Answer<'/api/imports/{id}/rejections', 'get'>['items'][number]
export type Mapping = NonNullable<Input<'/api/imports/{id}/starts', 'post'>['mapping']>

/** Few at a time, so that a phone's page stays short. */
const ROWS = 10

export const importApi = {
  upload: (key: string, file: File, channel: string) =>
    answered(
      api.POST('/api/imports', {
        params: once(key),
        body: { file: '', channel },
        bodySerializer: () => {
          const form = new FormData()
          form.append('file', file, file.name)
          form.append('channel', channel)
          return form
        },
      }),
    ),
  start: (key: string, id: string, mapping: Mapping) =>
    answered(api.POST('/api/imports/{id}/starts', { params: { path: { id }, ...once(key) }, body: { mapping } })),
  cancel: (key: string, id: string) =>
    answered(api.POST('/api/imports/{id}/cancellations', { params: { path: { id }, ...once(key) } })),
  page: (cursor: string | undefined) =>
    answered(api.GET('/api/imports', { params: { query: { cursor, limit: ROWS } } })),
  open: (id: string) => answered(api.GET('/api/imports/{id}', { params: { path: { id } } })),
  rejections: (id: string, cursor: string | undefined) =>
    answered(api.GET('/api/imports/{id}/rejections', { params: { path: { id }, query: { cursor } } })),
}
