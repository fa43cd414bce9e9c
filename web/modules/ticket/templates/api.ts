import { answered, api, type Answer, type Query } from '@/base'

export type ReplyTemplate = Answer<'/api/reply-templates', 'get'>[number]
export type TemplateUse = NonNullable<Query<'/api/reply-templates'>['use']>

export const templateApi = {
  templates: (use: TemplateUse, matter?: string | null) =>
    answered(api.GET('/api/reply-templates', { params: { query: { use, matter: matter || undefined } } })),
}
