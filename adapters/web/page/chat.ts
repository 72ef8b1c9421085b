/** One conversation: what the bot said, what the visitor typed, and what only the visitor sees. */
import { h } from 'preact'
import type { Language } from '../../../src/contracts/text.ts'
import type { WirePost } from '../wire.ts'
import { MessageBody, type OnPress } from './blocks.ts'
import { html, loops, type View } from './html.ts'
import type { Item, Note } from './model.ts'
import { shortMoment } from './time.ts'
import { words } from './words.ts'

export interface ChatProps {
  readonly items: readonly Item[]
  /** Who is looking. */
  readonly name: string
  readonly language: Language
  readonly zone: string
  /** What stands there as long as nobody said anything. */
  readonly quiet: string
  onPress: OnPress
  onDismiss(key: string): void
}

export function Chat(props: ChatProps): View {
  if (props.items.length === 0) {
    return html`<p class="quiet"><span class="avatar bot">${loops()}</span>${props.quiet}</p>`
  }
  return html`
    <ol class="items">
      ${props.items.map((item) =>
        'post' in item
          ? h(Post, { ...props, key: item.post.id, post: item.post })
          : h(OneNote, { ...props, key: item.note.key, note: item.note }),
      )}
    </ol>
  `
}

function Post({ post, language, zone, onPress }: ChatProps & { readonly post: WirePost }): View {
  const edited = post.changed && html`<span class="edited">${words[language].changed}</span>`
  return html`
    <li class="item">
      <span class="avatar bot">${loops()}</span>
      <article aria-label="Dubbelloop">
        <p class="byline"><b>Dubbelloop</b> ${h(Time, { at: post.at, language, zone })} ${edited}</p>
        <div class="card">${h(MessageBody, { message: post.message, onPress })}</div>
      </article>
    </li>
  `
}

function OneNote(props: ChatProps & { readonly note: Note }): View {
  const { note, name, language, zone } = props
  const { content } = note
  if (content.tag === 'word') return h(PrivateWord, { ...props, message: content.message })
  return html`
    <li class="item mine">
      <article aria-label=${name}>
        <p class="byline"><b>${name}</b> ${h(Time, { at: note.at, language, zone })}</p>
        <div class="bubble text">${content.words}</div>
      </article>
    </li>
  `
}

type WordContent = Extract<Note['content'], { tag: 'word' }>

function PrivateWord(props: ChatProps & { readonly note: Note } & Pick<WordContent, 'message'>): View {
  const { note, message, language, onPress, onDismiss } = props
  const { onlyYou, dismiss } = words[language]
  return html`
    <li class="item">
      <span class="avatar bot">${loops()}</span>
      <article aria-label=${onlyYou}>
        <p class="byline"><b>Dubbelloop</b> <span class="only-you">${onlyYou}</span></p>
        <div class="card private">
          ${h(MessageBody, { message, onPress })}
          <button type="button" class="dismiss" onClick=${() => onDismiss(note.key)}>${dismiss}</button>
        </div>
      </article>
    </li>
  `
}

interface TimeProps {
  readonly at: string
  readonly language: Language
  readonly zone: string
}

const Time = ({ at, language, zone }: TimeProps): View =>
  html`<time datetime=${at}>${shortMoment(at, language, zone)}</time>`
