/** Before the next meeting: what people wanted to talk about, as the network saw it after the last one. */
import { said } from '../../contracts/text.ts'
import { rounds } from '../../round/round.ts'
import { label } from '../../text/say.ts'
import type { BeforeMeeting, World } from '../feature.ts'

const mostShown = 8

export function questionsForNow({ state, network }: World): BeforeMeeting | undefined {
  const last = rounds
    .all(state)
    .findLast((round) => round.feature === 'evaluation' && round.state === 'closed')
  const talk = last?.result?.find(({ item }) => item === 'talk')?.quotes ?? []
  if (talk.length === 0) return undefined
  return {
    blocks: [
      { tag: 'heading', text: label(network.language, 'ahead.talk') },
      { tag: 'quotes', quotes: talk.slice(0, mostShown).map(said) },
    ],
  }
}
