import { accept, refuse, type Decides } from '../../engine/rooms';
import { closeForumEntry } from '../agenda';
import { closeOpenPoll } from '../polls';
import { reckonAll, slipsHoldClosing } from '../slips';

export const decideFollowup: Decides<'closeForum'> = {
  closeForum: (state, _, context) => {
    if (!state.forum.value) return refuse('no_forum');
    if (state.toCome.size > 0) return refuse('followup.notes_to_come');
    const open = slipsHoldClosing(reckonAll(state), state.slipDifference.value);
    return open > 0
      ? refuse('followup.slips_open')
      : accept(...closeOpenPoll(state, context), closeForumEntry());
  },
};
