/** What a person is told when a backup was not taken, or not restored. */
import { m } from '@wenzheng/shared/paraglide/messages.js';
import type { BackupFailed, BackupProblem } from '../journal/backup-failed';
import { bilingual } from '../terminal/bilingual';

const TEXTS: Readonly<Record<BackupProblem, typeof m.hub_problem_backup_exists>> = {
  exists: m.hub_problem_backup_exists,
  empty: m.hub_problem_backup_empty,
  full: m.hub_problem_backup_full,
  not_writable: m.hub_problem_backup_not_writable,
  damaged: m.hub_problem_backup_damaged,
  keys_missing: m.hub_problem_backup_keys_missing,
  not_a_backup: m.hub_problem_backup_none,
  folder_in_use: m.hub_problem_backup_folder_in_use,
  busy: m.hub_problem_backup_busy,
};

export const backupProblem = ({ code, file }: BackupFailed): string =>
  bilingual(TEXTS[code], { file });
