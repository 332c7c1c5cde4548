/** Votes as tables, for those who lead a forum to publish; nobody is named in them. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Access } from '../forum/access';
import { HttpRefusal, parseBody } from './answers';
import { attachment } from './attachment';
import type { HubPort } from './hub-port';
import { leaderOf } from './identify';

const forumPath = z.object({ forum: z.string().max(32) });
const pollPath = forumPath.extend({ poll: z.string().max(32) });

/** Errors of all: 401 `access.signed_out`, 403 `forbidden`, 404 `no_forum`. */
export function votesRoutes(app: FastifyInstance, access: Access, hub: HubPort): void {
  /** Errors: 404 `polls.unknown`, 409 `polls.not_closed`. */
  app.get('/api/forums/:forum/polls/:poll/ballots.csv', (request, reply) => {
    leaderOf(access, request.raw);
    const { forum, poll } = parseBody(pollPath, request.params);
    const table = hub.votes.ballots(forum, poll);
    if (table === null) throw new HttpRefusal(404, 'polls.unknown');
    if (table === 'not_closed') throw new HttpRefusal(409, 'polls.not_closed');
    return send(reply, table.name, table.csv);
  });

  /** Errors of votes: 409 `opinions.not_closed`, `opinions.too_few`. */
  const opinions =
    (file: 'votes' | 'statements') => (request: FastifyRequest, reply: FastifyReply) => {
      leaderOf(access, request.raw);
      const { forum } = parseBody(forumPath, request.params);
      const csv = hub.votes.opinions(forum, file);
      if (csv === null) throw new HttpRefusal(404, 'no_forum');
      if (csv === 'not_closed' || csv === 'too_few') throw new HttpRefusal(409, `opinions.${csv}`);
      return send(reply, file, csv);
    };
  app.get('/api/forums/:forum/opinions/votes.csv', opinions('votes'));
  app.get('/api/forums/:forum/opinions/statements.csv', opinions('statements'));
}

const send = (reply: FastifyReply, name: string, csv: string): FastifyReply =>
  reply
    .header('content-disposition', attachment(name, 'csv'))
    .header('content-type', 'text/csv; charset=utf-8')
    .send(csv);
