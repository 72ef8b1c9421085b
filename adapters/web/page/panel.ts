/** What belongs to the playground and not to the chat: who one is, what time it is, in which language. */
import { h } from 'preact'
import { type Language, languages } from '../../../src/contracts/text.ts'
import type { PlaygroundPerson, WireState } from '../wire.ts'
import { ClockCard } from './clock.ts'
import { html, loops, type View } from './html.ts'
import type { Visit } from './visit.ts'
import { words as pageWords, type Words } from './words.ts'

export interface PanelProps {
  readonly state: WireState
  readonly visit: Visit
  /** Room for everybody's name at once. */
  readonly wide: boolean
  readonly moving: boolean
  onPerson(user: string): void
  onLanguage(language: Language): void
  onMove(to: string): void
  onRestart(): void
}

export function Panel(props: PanelProps): View {
  const { state, visit, wide, moving, onMove, onRestart } = props
  const { language } = visit
  const words = pageWords[language]
  const restart = html`
    <button type="button" class="quiet-button restart" onClick=${onRestart}>${words.restart}</button>
  `
  return html`
    <header class="panel">
      <div class="brand">
        <span class="logo">${loops()}</span>
        <h1>Dubbelloop <small>${words.home}</small></h1>
        ${h(Languages, { ...props, words })}
      </div>
      ${wide && html`<p class="banner">${words.banner}</p>`}
      ${h(ClockCard, { state, language, wide, moving, onMove })} ${h(People, { ...props, words })}
      ${wide ? restart : h(About, { words, children: restart })}
    </header>
  `
}

/** What is good to know, folded away where there is little room. */
function About({ words, children }: { readonly words: Words; readonly children: View }): View {
  return html`
    <div class="about">
      <details>
        <summary>${words.invented}</summary>
        <p class="banner">${words.banner}</p>
      </details>
      ${children}
    </div>
  `
}

type PartProps = PanelProps & { readonly words: Words }

const names: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'English' }

function Languages({ visit, words, onLanguage }: PartProps): View {
  return html`
    <div class="languages" role="group" aria-label=${words.language}>
      ${languages.map(
        (language) => html`
          <button
            type="button"
            lang=${language}
            aria-label="${language.toUpperCase()}, ${names[language]}"
            aria-pressed=${visit.language === language}
            onClick=${() => visit.language !== language && onLanguage(language)}
          >
            ${language.toUpperCase()}
          </button>
        `,
      )}
    </div>
  `
}

function People({ state, visit, words, wide, onPerson }: PartProps): View {
  const { people } = state
  if (!wide) {
    return html`
      <label class="who">
        <span>${words.people}</span>
        <select
          value=${visit.as}
          onChange=${(event: { currentTarget: HTMLSelectElement }) => onPerson(event.currentTarget.value)}
        >
          ${people.map(({ user, name, role }) => html`<option value=${user}>${name}, ${words.roles[role]}</option>`)}
        </select>
      </label>
    `
  }
  return html`
    <fieldset class="people">
      <legend>${words.people}</legend>
      ${people.map((person) => h(OnePerson, { person, words, chosen: person.user === visit.as, onPerson }))}
    </fieldset>
  `
}

interface OnePersonProps {
  readonly person: PlaygroundPerson
  readonly words: Words
  readonly chosen: boolean
  onPerson(user: string): void
}

function OnePerson({ person: { user, name, role }, words, chosen, onPerson }: OnePersonProps): View {
  return html`
    <label class="person">
      <input type="radio" name="person" value=${user} checked=${chosen} onChange=${() => onPerson(user)} />
      <span class="avatar" aria-hidden="true">${initials(name)}</span>
      <span class="person-name">${name}<small>${words.roles[role]}</small></span>
    </label>
  `
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => /^\p{Lu}/u.test(part))
    .map((part) => [...part][0])
    .slice(0, 2)
    .join('')
