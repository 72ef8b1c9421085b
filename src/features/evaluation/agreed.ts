/** Before the first question: what was agreed and still runs, so that it is looked back on first. */
import { agreements, mostAgreements, runs } from '../../agreement/agreement.ts'
import type { Block } from '../../contracts/message.ts'
import { said } from '../../contracts/text.ts'
import { say } from '../../text/say.ts'
import type { Scene } from '../feature.ts'

export function stillRunning({ state, language }: Scene): readonly Block[] {
  const running = agreements.all(state).filter(runs).slice(-mostAgreements)
  if (running.length === 0) return []
  return [
    { tag: 'paragraph', text: say(language, 'agree.ran') },
    { tag: 'quotes', quotes: running.map(({ words }) => said(words)) },
  ]
}
