/** What a phone or a kiosk says of a ballot that the hub does not take. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { Refusal, RefusalCode } from '@wenzheng/shared/wire/protocol';
import { codeRefusalText } from '../admission/code-refusals';

const TEXTS: Partial<Record<RefusalCode, () => string>> = {
  'polls.unknown': m.refusal_polls_unknown,
  'polls.closed': m.refusal_polls_closed,
  'polls.only_hall': m.refusal_polls_only_hall,
  'polls.only_tickets': m.refusal_polls_only_tickets,
  'polls.wrong_ballot': m.refusal_polls_wrong_ballot,
};

export const ballotRefusalText = (refusal: Refusal): string =>
  (TEXTS[refusal.code] ?? (() => codeRefusalText(refusal)))();
