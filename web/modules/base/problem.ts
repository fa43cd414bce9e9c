export interface FieldProblem {
  field: string
  code?: string
  message: string
}

/** A refusal of the server (RFC 9457), or a lost connection (status 0). */
export class Problem extends Error {
  private constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: readonly FieldProblem[],
    readonly incident: string | undefined,
  ) {
    super(detail || code)
    this.name = 'Problem'
  }

  static offline(): Problem {
    return new Problem(0, 'offline', '', [], undefined)
  }

  static from(body: unknown, status: number): Problem {
    const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
    const text = (name: string) => (typeof given[name] === 'string' ? (given[name] as string) : '')
    const fields = Array.isArray(given.errors) ? (given.errors as FieldProblem[]) : []
    const detail = text('detail') || text('title')
    return new Problem(status, text('code') || `http-${status}`, detail, fields, text('incident') || undefined)
  }

  static of(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown
    return new Problem(-1, 'unexpected', String(thrown), [], undefined)
  }

  /** The message that belongs to one named field. */
  at(field: string): string | undefined {
    return this.fields.find(problem => problem.field === field)?.message
  }

  get stale(): boolean {
    return this.status === 409
  }

  /** The server has decided: the same intent will not be carried out by asking again. */
  get final(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 401 && this.status !== 429
  }
}
