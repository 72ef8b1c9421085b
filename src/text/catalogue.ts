/** All wording of the bot itself, Dutch and English side by side; questions and cards live in `instruments/`. */
import { agreementTexts } from './agreement.ts'
import { dialogueTexts } from './dialogue.ts'
import { evaluationTexts } from './evaluation.ts'
import { generalTexts } from './general.ts'
import { harvestTexts } from './harvest.ts'
import { meetingTexts } from './meeting.ts'
import { memberTexts } from './member.ts'
import { monitorTexts } from './monitor.ts'
import { monitoringTexts } from './monitoring.ts'
import { pictureTexts } from './picture.ts'
import { retroLeadTexts, retroTexts } from './retro.ts'
import { retroOwnTexts } from './retro-own.ts'
import { selfTexts } from './self.ts'
import { setupTexts } from './setup.ts'
import { summaryTexts } from './summary.ts'
import { transferTexts } from './transfer.ts'
import { valuesTexts } from './values.ts'

export const catalogue = {
  ...generalTexts,
  ...setupTexts,
  ...memberTexts,
  ...selfTexts,
  ...meetingTexts,
  ...evaluationTexts,
  ...agreementTexts,
  ...dialogueTexts,
  ...retroTexts,
  ...retroLeadTexts,
  ...retroOwnTexts,
  ...summaryTexts,
  ...transferTexts,
  ...harvestTexts,
  ...monitoringTexts,
  ...monitorTexts,
  ...pictureTexts,
  ...valuesTexts,
}
