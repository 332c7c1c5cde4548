/** Takes a backup in a thread of its own, so that copying and bringing it to the disk hold nobody up. */
import { parentPort, workerData } from 'node:worker_threads';
import { takeBackup, type BackupMade, type BackupTask } from './backup';
import { BackupFailed, type BackupProblem } from './backup-failed';

export type BackupReport =
  { readonly made: BackupMade } | { readonly problem: BackupProblem; readonly file: string };

if (parentPort) {
  const report = (text: BackupReport): void => parentPort?.postMessage(text);
  try {
    report({ made: await takeBackup(workerData as BackupTask) });
  } catch (error) {
    if (!(error instanceof BackupFailed)) throw error;
    report({ problem: error.code, file: error.file });
  }
}
