/** What time it is in the playground, and the two ways to move on: to what comes up, or to a moment of one's own. */
import { h } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../src/contracts/text.ts'
import type { WireState } from '../wire.ts'
import { html, type View } from './html.ts'
import { longMoment, momentAt, shortMoment, wallTime, zoneName } from './time.ts'
import { words as pageWords } from './words.ts'

export interface ClockProps {
  readonly state: Pick<WireState, 'now' | 'next' | 'underway' | 'zone'>
  readonly language: Language
  /** Room for whole names of days and months. */
  readonly wide: boolean
  readonly moving: boolean
  onMove(to: string): void
}

export function ClockCard(props: ClockProps): View {
  const { state, language, wide, moving, onMove } = props
  const { now, next, underway, zone } = state
  const words = pageWords[language]
  const [, day, time] = /^(.*) (\S+)$/.exec(longMoment(now, language, zone)) ?? []
  const moment = wide ? longMoment : shortMoment
  const idle = underway ? words.underway : words.nothingDue
  const label = next ? words.forward(moment(next, language, zone)) : idle
  return html`
    <section class="clock" aria-label=${words.clock}>
      <p class="now"><time datetime=${now}><span>${day}</span> <b>${time}</b></time></p>
      <button
        type="button"
        class="primary"
        disabled=${!next}
        aria-disabled=${moving}
        onClick=${() => next && !moving && onMove(next)}
      >
        ${moving ? words.forwardBusy : label}
      </button>
      <details>
        <summary>${words.setClock}</summary>
        ${h(OwnMoment, props)}
      </details>
    </section>
  `
}

function OwnMoment({ state, language, moving, onMove }: ClockProps): View {
  const { now, zone } = state
  const words = pageWords[language]
  const present = wallTime(now, zone)
  const [draft, setDraft] = useState(present)
  const [early, setEarly] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    setDraft(present)
    setEarly(false)
  }, [present])

  function go(event: Event): void {
    event.preventDefault()
    if (moving) return
    const to = momentAt(draft, zone)
    const later = to !== undefined && to > now
    setEarly(!later)
    if (later) onMove(to)
    else input.current?.focus()
  }

  return html`
    <form class="own-moment" novalidate onSubmit=${go}>
      <label for="own-moment">${words.dayAndTime} <small>${zoneName(language, zone)}</small></label>
      <input
        id="own-moment"
        ref=${input}
        type="datetime-local"
        min=${present}
        max="2999-12-31T23:59"
        value=${draft}
        aria-describedby=${early ? 'own-moment-error' : undefined}
        aria-invalid=${early ? 'true' : undefined}
        onInput=${(event: { currentTarget: HTMLInputElement }) => setDraft(event.currentTarget.value)}
      />
      <div role="alert">
        ${
          early &&
          html`<p class="error" id="own-moment-error">${words.onlyForward(longMoment(now, language, zone))}</p>`
        }
      </div>
      <button type="submit" class="plain" aria-disabled=${moving}>${words.goThere}</button>
    </form>
  `
}
