import { describe, expect, it } from 'vitest'
import { Problem } from './problem'

describe('problem', () => {
  it('puts the message of the server at the named field', () => {
    const problem = Problem.from(
      { detail: '提交的内容有误', code: 'malformed', errors: [{ field: 'phone', message: '请输入 11 位手机号码。' }] },
      400,
    )
    expect(problem.at('phone')).toBe('请输入 11 位手机号码。')
    expect(problem.at('code')).toBeUndefined()
    expect(problem.detail).toBe('提交的内容有误')
  })

  it('stands also when the answer is no problem document', () => {
    const problem = Problem.from('<html>', 502)
    expect(problem.code).toBe('http-502')
    expect(problem.final).toBe(false)
  })
})
