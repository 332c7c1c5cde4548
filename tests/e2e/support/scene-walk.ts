/** A day's scenes on the big screen one after another, called up by the staff's own commands over a socket. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';
import type { Deflection } from '@wenzheng/shared/forum/questions';
import type { FreeScene, SceneKind } from '@wenzheng/shared/forum/scenes';
import { minutes } from '@wenzheng/shared/time/instant';
import type { Ack } from '@wenzheng/shared/wire/protocol';
import { citizensQuestions } from './citizens-questions';
import type { VotingCrowd, Voter } from './crowd-of-votes';
import { preparedStatements } from './statements';

/** Enough for a map of opinion. */
const PHONES = 12;
const OFFICIAL = 'wang-jianguo';

/** One press, and the scene that it brings up. */
export interface Change {
  readonly scene: SceneKind;
  readonly press: () => Promise<Ack>;
}

/** `desk` may do everything; the forum is the built-in one in Chinese, not begun yet. */
export class SceneWalk {
  readonly #desk: Voter;
  #questions: string[] = [];

  constructor(desk: Voter) {
    this.#desk = desk;
  }

  /** Questions, a representative, and statements that a crowd has answered in two camps. */
  async prepare(crowd: VotingCrowd): Promise<void> {
    await this.#does({ type: 'editForum', fields: { moderation: 'post' } });
    await this.#does({
      type: 'putRepresentative',
      representative: { id: 'chen', name: '陈阿婆', chosenBy: 'age_group', of: '七十岁以上' },
    });
    for (const text of citizensQuestions) {
      const logged = { type: 'logQuestion', source: 'mic', serial: null, text } as const;
      const { question } = await this.#does({ ...logged, name: null, department: null });
      this.#questions.push(question?.id ?? '');
    }
    const statements: string[] = [];
    for (const text of preparedStatements) {
      const { statement } = await this.#does({ type: 'addStatement', text });
      statements.push(statement?.id ?? '');
    }
    const phones = await Promise.all(Array.from({ length: PHONES }, () => crowd.phone()));
    const answers = phones.flatMap((phone, camp) =>
      statements.map((statement, column) => {
        const answer = column === 0 || (camp + column) % 2 === 0 ? 'agree' : 'disagree';
        return phone.send({ type: 'answerStatement', statement, answer });
      }),
    );
    await Promise.all(answers);
  }

  /** Is there a map of opinion yet? It is made a moment after the answers. */
  get hasMap(): boolean {
    return (this.#desk.document('opinionMap') ?? null) !== null;
  }

  /** Without an end, the most different scenes first. */
  *changes(): Generator<Change, never> {
    for (let round = 0; ; round += 1) yield* this.#round(round);
  }

  #round(round: number): Change[] {
    const press = (scene: SceneKind, command: () => CommandInput): Change => ({
      scene,
      press: () => this.#does(command()),
    });
    const show = (scene: FreeScene): Change => press(scene, () => ({ type: 'showScene', scene }));
    const begin = (item: string, scene: SceneKind): Change =>
      press(scene, () => {
        const from = this.#read<{ current: string | null }>('agenda').current;
        return { type: 'startAgendaItem', item, from };
      });
    const turn = (): number => this.#read<{ turn: number }>('floor').turn;
    const poll = `p${round}`;
    const question = this.#questions[round] ?? '';
    const options = ['加装电梯', '延长末班车', '社区食堂', '停车位'];
    const asked = { id: poll, kind: 'single', text: '明年先办哪一件？', options } as const;
    const form = {
      most: null,
      steps: null,
      low: '',
      high: '',
      who: 'anyone',
      live: false,
    } as const;
    return [
      show('scope'),
      begin('policy_talk', 'agenda'),
      press('talk', () => ({ type: 'startTalk', speaker: OFFICIAL, from: null })),
      press('card', () => ({ type: 'showCard', term: 'repair_fund' })),
      press('talk', () => ({ type: 'showCard', term: null })),
      begin('qa', 'join'),
      press('question', () => ({ type: 'pickQuestion', question, from: null })),
      press('deflection', () => {
        const { reason, department, due } = this.#read<Deflection>('suggestion');
        return { type: 'deflectQuestion', question, reason, department, due };
      }),
      press('poll', () => ({ type: 'askPoll', poll: { ...asked, ...form } })),
      show('opinion_map'),
      show('results'),
      show('opinions'),
      press('poll', () => ({ type: 'setPollShown', poll, shown: true })),
      press('poll', () => ({ type: 'closePoll', poll })),
      begin('interaction', 'agenda'),
      press('dialogue', () => ({
        ...{ type: 'startExchange', representative: 'chen', official: OFFICIAL },
        ...{ quota: minutes(3), from: null },
      })),
      press('agenda', () => ({ type: 'endExchange', turn: turn(), outcome: null })),
      show('standby'),
      show('thanks'),
      begin('opening', 'opening'),
    ];
  }

  async #does(command: CommandInput): Promise<Extract<Ack, { ok: true }>> {
    const ack = await this.#desk.send(command);
    if (!ack.ok) throw new Error(`${command.type}: ${ack.code}`);
    return ack;
  }
  #read<T>(name: string): T {
    return this.#desk.document(name) as T;
  }
}
