/** All wording of the bot itself, Dutch and English side by side; questions and cards live in `instruments/`. */
import { agreementTexts } from './agreement.ts'
import { evaluationTexts } from './evaluation.ts'
import { generalTexts } from './general.ts'
import { meetingTexts } from './meeting.ts'
import { memberTexts } from './member.ts'
import { selfTexts } from './self.ts'
import { setupTexts } from './setup.ts'

export const catalogue = {
  ...generalTexts,
  ...setupTexts,
  ...memberTexts,
  ...selfTexts,
  ...meetingTexts,
  ...evaluationTexts,
  ...agreementTexts,
}
