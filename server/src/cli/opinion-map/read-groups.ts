/**
 * Reads groups that are given: what Polis's server computed (`math-pca2.json`), a participants' CSV with
 * `group-id`, JSON that lists the members of groups or the group of each, or what `opinion-map` wrote itself.
 */
import type { Id } from '../../forum/opinions/map';
import {
  idIn,
  isRow,
  looksLikeJson,
  NotReadable,
  readJson,
  readRows,
  toId,
  valueIn,
  type Row,
} from './rows';

export interface GroupsFile {
  readonly groups: readonly (readonly Id[])[];
  /** What Polis had moderated out when it computed the groups; null where the file does not say. */
  readonly moderated: ReadonlySet<Id> | null;
  readonly meta: ReadonlySet<Id> | null;
}

/** Errors: NotReadable. */
export function readGroups(text: string): GroupsFile {
  if (!looksLikeJson(text)) return plain(byGroupColumn(readRows(text, 'groups')));
  const parsed = readJson(text, 'groups');
  if (isRow(parsed) && 'group-clusters' in parsed) return fromPolis(parsed);
  const list = isRow(parsed) && 'groups' in parsed ? parsed['groups'] : parsed;
  if (!Array.isArray(list)) return plain(byKey(list));
  if (list.every((each) => isRow(each) && valueIn(each, GROUP) !== undefined))
    return plain(byGroupColumn(list as Row[]));
  return plain(list.map(membersOf));
}

const GROUP = ['group-id', 'group_id', 'group'];

const plain = (groups: GroupsFile['groups']): GroupsFile => ({
  groups,
  moderated: null,
  meta: null,
});

/** Those whose group is empty are in none. */
function byGroupColumn(rows: readonly Row[]): Id[][] {
  const members = new Map<Id, Id[]>();
  for (const [index, row] of rows.entries()) {
    const participant = idIn(row, ['participant', 'participant_id', 'voter-id', 'pid']);
    if (participant === null) throw new NotReadable('groups', index + 1);
    const group = toId(valueIn(row, GROUP));
    if (group !== null) members.set(group, [...(members.get(group) ?? []), participant]);
  }
  return inOrder(members);
}

/** `{ group: [participant, …] }` or `{ participant: group }`. */
function byKey(value: unknown): Id[][] {
  if (!isRow(value)) throw new NotReadable('groups', 1);
  const values = Object.values(value);
  if (values.every((each) => Array.isArray(each))) return values.map(membersOf);
  const rows = Object.entries(value).map(([participant, group]) => ({ participant, group }));
  return byGroupColumn(rows);
}

const inOrder = (members: ReadonlyMap<Id, Id[]>): Id[][] =>
  [...members].sort(([a], [b]) => Number(a) - Number(b)).map(([, each]) => each);

function membersOf(group: unknown, index: number): Id[] {
  const members = isRow(group) && 'members' in group ? group['members'] : group;
  if (!Array.isArray(members)) throw new NotReadable('groups', index + 1);
  return members.map((member) => {
    const id = toId(member);
    if (id === null) throw new NotReadable('groups', index + 1);
    return id;
  });
}

/** Polis names base clusters in its groups, and participants in those. */
function fromPolis(parsed: Row): GroupsFile {
  const bases = parsed['base-clusters'];
  const [ids, members] = isRow(bases) ? [bases['id'], bases['members']] : [null, null];
  const groups = parsed['group-clusters'];
  if (!Array.isArray(groups)) throw new NotReadable('groups', 1);
  if (!Array.isArray(ids) || !Array.isArray(members)) return plain(groups.map(membersOf));
  const participants = new Map(
    ids.map((id, index) => [toId(id), membersOf(members[index], index)]),
  );
  return {
    groups: groups.map((group, index) =>
      membersOf(group, index).flatMap((base) => participants.get(base) ?? []),
    ),
    moderated: idsIn(parsed['mod-out']),
    meta: idsIn(parsed['meta-tids']),
  };
}

const idsIn = (value: unknown): ReadonlySet<Id> | null =>
  Array.isArray(value) ? new Set(value.flatMap((each) => toId(each) ?? [])) : null;
