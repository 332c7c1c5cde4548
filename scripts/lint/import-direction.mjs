/**
 * Keeps imports pointing one way: screens and the server import shared, never each other, and among the rooms
 * of a forum only a higher one imports a lower one, through its index. See docs/architecture.md.
 */
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Which workspaces a workspace may import besides itself; one that is not listed is free. */
const MAY_IMPORT = {
  shared: [],
  server: ['shared'],
  display: ['shared'],
  console: ['shared'],
  audience: ['shared'],
};

/** Lowest first. A room may import any room of a lower level, and none of its own. */
const LEVELS = [
  ['ledger'],
  ['access', 'agenda', 'glossary', 'safety'],
  ['admission', 'checklist', 'help', 'media'],
  ['floor'],
  ['questions', 'prompts'],
  ['slips', 'polls', 'opinions', 'ratings', 'plainness'],
  ['scenes'],
  ['displays'],
  ['followup'],
];

const levelOf = (room) => LEVELS.findIndex((rooms) => rooms.includes(room));

/** The path inside the repository that a specifier means, or undefined for packages from outside. */
function locate(specifier, fromFile) {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(fromFile), specifier);
  const own = /^@wenzheng\/([^/]+)(?:\/(?:src\/)?(.*))?$/.exec(specifier);
  return own ? `${own[1]}/src/${own[2] ?? ''}` : undefined;
}

/** The room a path belongs to, and what it names inside the room (server only). */
function roomOf(file) {
  const [, room, inside] =
    /^(?:server|shared)\/src\/forum\/([^/.]+)(?:\/(.*)|\.[jt]s)?$/.exec(file) ?? [];
  return room !== undefined && levelOf(room) >= 0 ? { room, inside: inside ?? '' } : undefined;
}

const isIndex = (inside) => /^(?:index(?:\.[jt]s)?)?$/.test(inside);

function check(specifier, fromFile) {
  const target = locate(specifier, fromFile);
  if (target === undefined) return undefined;

  const from = fromFile.split('/')[0];
  const to = target.split('/')[0];
  if (from !== to) {
    if (MAY_IMPORT[from] === undefined) return undefined;
    if (!MAY_IMPORT[from].includes(to)) return { messageId: 'workspace', data: { from, to } };
    if (specifier.startsWith('.')) return { messageId: 'byName', data: { to } };
  }

  const here = roomOf(fromFile);
  const there = roomOf(target);
  if (!here || !there || here.room === there.room) return undefined;
  if (levelOf(there.room) >= levelOf(here.room))
    return { messageId: 'room', data: { from: here.room, to: there.room } };
  if (to === 'server' && !isIndex(there.inside))
    return { messageId: 'inside', data: { to: there.room } };
  return undefined;
}

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      workspace: '{{from}} must not import {{to}}.',
      byName: 'Import {{to}} by its name (@wenzheng/{{to}}/…), not by a path.',
      room: 'The room {{from}} must not import {{to}}: it does not lie below it.',
      inside: 'Import the room {{to}} through its index.',
    },
  },
  create(context) {
    const file = path.relative(ROOT, context.filename).replaceAll(path.sep, '/');
    const visit = (source) => {
      if (typeof source?.value !== 'string') return;
      const problem = check(source.value, file);
      if (problem) context.report({ node: source, ...problem });
    };
    return {
      ImportDeclaration: (node) => visit(node.source),
      ExportNamedDeclaration: (node) => visit(node.source),
      ExportAllDeclaration: (node) => visit(node.source),
      ImportExpression: (node) => visit(node.source),
      TSImportType: (node) => visit(node.source),
    };
  },
};
