import type { HelpView } from '@wenzheng/shared/forum/help';
import { documentView, type Sight } from '../../engine/views';
import type { Somebody } from './state';

const copySomebody = ({ words }: Sight, { actor, name }: Somebody) => ({
  ...{ id: actor.id, role: actor.role, name: words(name) },
});

/** For staff alone: what is called in about people in the hall is nobody else's. */
export const helpDocument = documentView({
  reads: ['help'],
  build: (sight): HelpView => ({
    calls: [...sight.state.help.entries()]
      .map(([, row]) => row)
      .sort((a, b) => a.number - b.number)
      .map(({ number, reason, zone, where, by, at, coming }) => ({
        ...{ number, reason, zone, at },
        where: where && sight.words(where),
        by: copySomebody(sight, by),
        coming: coming && copySomebody(sight, coming),
      })),
  }),
});
