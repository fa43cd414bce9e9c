import { answered, api, type Answer, type Input, type Query } from '@/base'

export type GridTaskRow = Answer<'/api/grid-tasks', 'get'>['items'][number]
export type GridTask = Answer<'/api/grid-tasks/{id}', 'get'>
export type MyTaskRow = Answer<'/api/my/grid-tasks', 'get'>['items'][number]
export type MyTask = Answer<'/api/my/grid-tasks/{id}', 'get'>
export type TaskStatus = GridTask['status']
export type NewTask = Input<'/api/grid-tasks', 'post'>
export type TaskResult = Input<'/api/my/grid-tasks/{id}/results', 'post'>
export type TaskFilter = Pick<Query<'/api/grid-tasks'>, 'status' | 'kind' | 'overdue'>

/** The longest texts that the contract takes; a test compares them with openapi.json. */
export const MOST = { title: 60, words: 2000, withdrawal: 500, result: 2000 } as const

const PAGE = 30
const once = (key: string) => ({ header: { 'Idempotency-Key': key } })

/** Tasks as the community's desk gives and follows them. */
export const taskApi = {
  kinds: () => answered(api.GET('/api/grid-task-kinds')),
  grids: () => answered(api.GET('/api/grid-task-grids')),
  sources: () => answered(api.GET('/api/grid-task-sources')),
  list: (filter: TaskFilter, cursor: string | undefined) =>
    answered(api.GET('/api/grid-tasks', { params: { query: { ...filter, cursor, limit: PAGE } } })),
  open: (id: string) => answered(api.GET('/api/grid-tasks/{id}', { params: { path: { id } } })),
  assign: (key: string, body: NewTask) => answered(api.POST('/api/grid-tasks', { params: once(key), body })),
  withdraw: (key: string, id: string, words: string, version: number) =>
    answered(
      api.POST('/api/grid-tasks/{id}/withdrawals', {
        params: { path: { id }, ...once(key) },
        body: { words, version },
      }),
    ),
}

/** Tasks as the grid's worker does them. */
export const myTaskApi = {
  list: (open: boolean, cursor: string | undefined) =>
    answered(api.GET('/api/my/grid-tasks', { params: { query: { open, cursor, limit: PAGE } } })),
  open: (id: string) => answered(api.GET('/api/my/grid-tasks/{id}', { params: { path: { id } } })),
  finish: (key: string, id: string, body: TaskResult) =>
    answered(api.POST('/api/my/grid-tasks/{id}/results', { params: { path: { id }, ...once(key) }, body })),
}
