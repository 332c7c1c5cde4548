/** A kiosk: one citizen after another says something there, and goes. */
import type { ViewOf } from '@wenzheng/shared/wire/views';
import type { Acting, Choice } from './choice';
import { citizenChoices } from './phone';

export const kioskChoices = (view: ViewOf<'kiosk'>, acting: Acting): Choice[] =>
  citizenChoices(view.documents.forum, acting);
