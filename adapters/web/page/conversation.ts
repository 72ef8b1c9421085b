/** The chat side of the page: the places, what was said there, and where one types. */
import { h } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { plain } from '../../../src/contracts/text.ts'
import type { WirePost, WireState } from '../wire.ts'
import { Chat } from './chat.ts'
import { Composer } from './composer.ts'
import { Trouble } from './dialog.ts'
import { html, type View } from './html.ts'
import { conversation, type Item } from './model.ts'
import { nameOf, Places } from './places.ts'
import { read, recall, remember, unread } from './seen.ts'
import { words as pageWords } from './words.ts'
import type { World } from './world.ts'

export interface ConversationProps {
  readonly world: World
  readonly state: WireState
}

const noPosts: readonly WirePost[] = []

export function Conversation({ world, state }: ConversationProps): View {
  const { visit, model, busy, trouble, online, act, dismiss } = world
  const { as, language, spot } = visit
  const words = pageWords[language]
  const [seen, setSeen] = useState(recall)
  const log = useRef<HTMLDivElement>(null)
  const posts = state.posts[spot] ?? noPosts
  const notes = model.notes.filter((note) => note.as === as && note.spot === spot)
  const items = conversation(posts, notes)
  const name = state.people.find(({ user }) => user === as)?.name ?? ''
  const news = useNews(items, `${as}/${spot}`, log.current)

  useEffect(() => setSeen((before) => read(before, as, spot, posts)), [as, spot, posts])
  useEffect(() => remember(seen), [seen])

  const here = nameOf(spot, state, language)

  return html`
    <main class="chat">
      ${h(Places, {
        ...{ state, spot, language },
        unread: (one) => unread(seen, as, one, state.posts[one] ?? []),
        onSpot: (one) => world.go({ spot: one }),
      })}
      <section class="log" ref=${log} tabindex="0" aria-label="${words.conversation}: ${here}">
        <h2 class="sr-only">${here}</h2>
        ${h(Chat, {
          key: `${as}/${spot}`,
          ...{ items, name, language },
          zone: state.zone,
          quiet: spot === 'private' ? words.quietPrivate : words.quietChannel,
          onPress: (ref) => void act({ kind: 'press', ref }),
          onDismiss: (key) => {
            dismiss(key)
            // Its button went away with it, and the keyboard must stay somewhere near.
            log.current?.focus({ preventScroll: true })
          },
        })}
      </section>
      <p class="sr-only" role="status">${news}</p>
      <p class="offline" role="status">${!online && words.offline}</p>
      ${h(Trouble, { words, trouble: trouble && !model.sheet })}
      ${h(Composer, { words, busy, onSay: (said) => act({ kind: 'command', words: said }) })}
    </main>
  `
}

const keyOf = (item: Item): string => ('post' in item ? item.post.id : item.note.key)

/** Brings what is new into sight, and gives the words in which it is announced. */
function useNews(items: readonly Item[], where: string, log: HTMLElement | null): string {
  const [news, setNews] = useState('')
  const before = useRef({ where: '', keys: new Set<string>() })

  useEffect(() => {
    const fresh = items.filter((item) => !before.current.keys.has(keyOf(item)))
    const moved = before.current.where !== where
    before.current = { where, keys: new Set(items.map(keyOf)) }
    const place = fresh[0] ? items.indexOf(fresh[0]) : -1
    const list = log ?? document.querySelector('.log')
    const shown = [...(list?.querySelectorAll('.item') ?? [])]
    if (moved) {
      setNews('')
      // Only the conversation itself: on a narrow page who and when stand above it and come first. What was said
      // last begins in sight, also when it is long.
      const last = shown.at(-1)
      list?.scrollTo({ top: last instanceof HTMLElement ? last.offsetTop - 16 : 0 })
    } else if (fresh.length > 0) {
      shown[place]?.scrollIntoView({ block: 'start' })
      setNews(fresh.map(announced).join(' '))
    }
  }, [items.map(keyOf).join(' '), where])
  return news
}

function announced(item: Item): string {
  if ('post' in item) return `Dubbelloop: ${plain(item.post.message.summary)}`
  const { content } = item.note
  return content.tag === 'word' ? `Dubbelloop: ${plain(content.message.summary)}` : ''
}
