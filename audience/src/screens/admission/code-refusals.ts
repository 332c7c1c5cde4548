/** What a phone or a kiosk says of a code that the hub does not take. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Refusal, RefusalCode } from '@wenzheng/shared/wire/protocol';
import { refusalText } from '../../shell/refusals';

const TEXTS: Partial<Record<RefusalCode, () => string>> = {
  'admission.code_over': m.refusal_admission_code_over,
  'admission.wait': m.refusal_admission_wait,
  'admission.unknown_code': m.refusal_admission_unknown_code,
  'admission.ticket_used': m.refusal_admission_ticket_used,
  'admission.ticket_revoked': m.refusal_admission_ticket_revoked,
  'admission.ticket_over': m.refusal_admission_ticket_over,
  'admission.has_ticket': m.refusal_admission_has_ticket,
  'admission.own_question': m.refusal_admission_own_question,
};

export const codeRefusalText = (refusal: Refusal): string =>
  (TEXTS[refusal.code] ?? (() => refusalText(refusal)))();
