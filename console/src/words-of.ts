/** The words of a person that a command carries; empty if it carries none. */
import type { CommandInput } from '@wenzheng/shared/forum/commands';

export function wordsOf(command: CommandInput): string {
  switch (command.type) {
    case 'logQuestion':
    case 'enterSlip':
    case 'correctEntry':
    case 'editQuestion':
    case 'addStatement':
      return command.text;
    case 'completeNotes':
      return command.notes;
    case 'recordOutcome':
      return command.outcome.summary;
    case 'tellStage':
      return 'text' in command.say ? command.say.text : '';
    default:
      return '';
  }
}
