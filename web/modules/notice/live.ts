import { inboxApi, type InboxState } from './api'

/** What following needs of the browser; tests bring their own. */
export interface Line {
  open: (url: string) => Pick<EventSource, 'addEventListener' | 'close'>
  /** Asked before the line is opened again: says that the session has ended, and brings the state up to date. */
  check: () => Promise<InboxState>
  locks: Pick<LockManager, 'request'> | undefined
  channel: (name: string) => Channel
  wait: (ms: number, done: () => void) => () => void
}

/** Between the tabs of one browser. */
interface Channel {
  say: (said: Said) => void
  hear: (hear: (said: Said) => void) => void
  close: () => void
}
type Said = InboxState | 'what'

const STREAM = '/api/inbox/stream'
/** Who only passes through a page opens no line there; the server gives an account few, and counts a left one for a while. */
const SETTLE_ms = 700
const FIRST_WAIT_ms = 1_000
const LONGEST_WAIT_ms = 60_000

/**
 * Follows the inbox of an account. A browser opens few lines to one server, so one tab of all keeps the line and tells
 * the others; when it closes, another takes over. A line that breaks is opened again after a wait that grows.
 *
 * @param hear leads: this tab keeps the line
 */
export function followInbox(
  account: string,
  hear: (state: InboxState, leads: boolean) => void,
  line: Line = browserLine(),
): () => void {
  const name = `mulin-inbox-${account}`
  const others = line.channel(name)
  const over = new AbortController()
  let latest: InboxState | null = null
  let leads = false

  const tell = (state: InboxState) => {
    latest = state
    hear(state, true)
    others.say(state)
  }
  others.hear(said => {
    if (said !== 'what') hear(said, false)
    else if (leads && latest) others.say(latest)
  })
  const lead = () =>
    new Promise<void>(done => {
      leads = true
      const end = keepLine(tell, line)
      over.signal.addEventListener('abort', () => {
        end()
        done()
      })
    })

  if (line.locks) {
    void line.locks.request(name, { signal: over.signal }, lead).catch(() => undefined)
    others.say('what')
  } else void lead()

  return () => {
    over.abort()
    others.close()
  }
}

function keepLine(tell: (state: InboxState) => void, line: Line): () => void {
  let stopWaiting = () => {}
  let hangUp = () => {}
  let wait_ms = FIRST_WAIT_ms
  let ended = false

  function open(): void {
    const source = line.open(STREAM)
    hangUp = () => source.close()
    source.addEventListener('inbox', event => {
      wait_ms = FIRST_WAIT_ms
      tell(JSON.parse((event as MessageEvent<string>).data) as InboxState)
    })
    source.addEventListener('error', () => {
      source.close()
      if (!ended) again()
    })
  }

  function again(): void {
    stopWaiting = line.wait(wait_ms, () => {
      wait_ms = Math.min(wait_ms * 2, LONGEST_WAIT_ms)
      line
        .check()
        .then(state => {
          if (ended) return
          tell(state)
          open()
        })
        .catch((thrown: { status?: number }) => {
          // Signed out: the face shows the door, and whoever comes in begins anew.
          if (!ended && thrown.status !== 401) again()
        })
    })
  }

  stopWaiting = line.wait(SETTLE_ms, open)
  return () => {
    ended = true
    stopWaiting()
    hangUp()
  }
}

function browserLine(): Line {
  return {
    open: url => new EventSource(url),
    check: inboxApi.count,
    locks: navigator.locks,
    channel: name => {
      const channel = new BroadcastChannel(name)
      return {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
        say: said => channel.postMessage(said),
        hear: hear => channel.addEventListener('message', event => hear((event as MessageEvent<Said>).data)),
        close: () => channel.close(),
      }
    },
    wait: (ms, done) => {
      const clock = setTimeout(done, ms)
      return () => clearTimeout(clock)
    },
  }
}
