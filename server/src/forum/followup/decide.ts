import { accept, refuse, type Decides } from '../../engine/rooms';
import { closeForumEntry } from '../agenda';

export const decideFollowup: Decides<'closeForum'> = {
  closeForum: (state) => {
    if (!state.forum.value) return refuse('no_forum');
    return state.toCome.size > 0 ? refuse('followup.notes_to_come') : accept(closeForumEntry());
  },
};
