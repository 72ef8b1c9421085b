/** What the page knows and what can be done in it: the bot's side as last heard, and the visitor's own. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../src/contracts/text.ts'
import type { Deed, WireState } from '../wire.ts'
import { api, listen } from './api.ts'
import { blank, type Cause, closed, dismissed, type Model, newest, replied, typed } from './model.ts'
import { found, readVisit, type Visit, writeVisit } from './visit.ts'

export interface World {
  readonly state: WireState | undefined
  readonly visit: Visit
  readonly model: Model
  /** Something is on its way to the bot. */
  readonly busy: boolean
  /** The clock is being moved, which may take a moment. */
  readonly moving: boolean
  /** The last thing did not reach the bot. */
  readonly trouble: boolean
  readonly online: boolean
  go(change: Partial<Visit>): void
  /** Whether it reached the bot. */
  act(deed: Deed): Promise<boolean>
  speak(language: Language): Promise<void>
  moveTo(to: string): Promise<void>
  restart(): Promise<void>
  close(): void
  dismiss(key: string): void
}

const server = api()

export function useWorld(): World {
  const [state, setState] = useState<WireState>()
  const [asking, setVisit] = useState<Visit>(() => readVisit(location.hash))
  const [model, setModel] = useState<Model>(blank)
  const [busy, setBusy] = useState(false)
  const [moving, setMoving] = useState(false)
  const [trouble, setTrouble] = useState(false)
  const [online, setOnline] = useState(true)
  // Beside the state on screen, because a second click may come before the screen shows the first.
  const underWay = useRef(false)
  const asked = useRef(0)
  const latest = useRef('')
  const visit = state ? found(asking, state) : asking
  const current = useRef(visit)
  current.current = visit

  async function refresh(): Promise<void> {
    const mine = ++asked.current
    const fresh = await server.state(current.current.as).catch(() => server.state(''))
    // Answers may overtake each other; only the newest question counts.
    if (mine !== asked.current) return
    // Time only goes back when somebody, here or in another window, started again.
    if (fresh.now < latest.current) setModel(blank)
    latest.current = fresh.now
    setState(fresh)
    setOnline(true)
  }

  const look = () => void refresh().catch(() => setOnline(false))
  useEffect(() => listen(look, setOnline), [])
  useEffect(() => {
    const follow = () => setVisit(readVisit(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(look, [visit.as])
  useEffect(() => {
    if (state) history.replaceState(null, '', writeVisit(visit))
    document.documentElement.lang = visit.language
  }, [writeVisit(visit), state !== undefined])

  /** One thing at a time: what is asked meanwhile is not done twice. */
  async function once(work: () => Promise<void>): Promise<boolean> {
    if (underWay.current) return false
    underWay.current = true
    setBusy(true)
    setTrouble(false)
    try {
      await work()
      await refresh()
      return true
    } catch {
      setTrouble(true)
      return false
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }

  function send(deed: Deed, { as, language, spot }: Visit) {
    return server.incoming({ ...deed, id: crypto.randomUUID(), as, language, where: spot })
  }

  async function act(deed: Deed): Promise<boolean> {
    if (!state) return false
    const { as, language, spot } = visit
    const cause: Cause = { as, language, spot, deed, after: newest(state), at: state.now }
    return once(async () => {
      const reply = await send(deed, visit)
      setModel((now) => {
        const said = deed.kind === 'command' ? typed(now, cause, deed.words) : now
        return replied(said, cause, reply)
      })
    })
  }

  async function speak(language: Language): Promise<void> {
    setVisit((now) => ({ ...now, language }))
    const leaders = state?.people.filter(({ role }) => role === 'teamleider') ?? []
    const deed: Deed = { kind: 'command', words: `instellingen taal ${language}` }
    await once(async () => {
      // Each network has its own language and hears its own leader; what another says changes nothing there.
      for (const { id } of state?.channels ?? [])
        for (const { user } of leaders) await send(deed, { as: user, language, spot: id })
    })
  }

  async function moveTo(to: string): Promise<void> {
    setMoving(true)
    await once(() => server.moveClock(to))
    setMoving(false)
  }

  return {
    ...{ state, visit, model, busy, moving, trouble, online },
    go: (change) => {
      setTrouble(false)
      setVisit((now) => ({ ...now, ...change }))
    },
    act,
    speak,
    moveTo,
    restart: async () => {
      const done = await once(() => server.restart())
      if (done) setModel(blank)
    },
    close: () => {
      setTrouble(false)
      setModel(closed)
    },
    dismiss: (key) => setModel((now) => dismissed(now, key)),
  }
}
