import { answered, api, type Answer } from '@/base'

export type StoredFile = Answer<'/api/files', 'post'>

export const fileApi = {
  /** The original goes up as it is: the server reads time and place from it before it strips them. */
  store: (file: Blob, name: string) =>
    answered(
      api.POST('/api/files', {
        body: { file: '' },
        bodySerializer: () => {
          const form = new FormData()
          form.append('file', file, name)
          return form
        },
      }),
    ),
}
