/** Does without a running hub what one would do, on its own lock of the data folder. */
import { networkInterfaces } from 'node:os';
import type { Logger } from 'pino';
import { publicUrl } from '../addresses';
import type { Config } from '../config';
import { startHub } from '../engine/hub';
import { openAccess } from '../forum/access';
import { takeBackup } from '../journal/backup';
import { keysFolder, openDatabase } from '../journal/database';
import { lastEntryAt, savedAnchor } from '../journal/sqlite-journal';
import { startError } from '../journal/start-error';
import { makeHubClock, systemRandom } from '../ports/system';
import { localAdmin, type Admin } from './admin';

/** Runs `work` and lets go of the folder. Errors: StartError. */
export async function withOfflineAdmin<T>(
  config: Config,
  log: Logger,
  work: (admin: Admin) => Promise<T>,
): Promise<T> {
  const database = openDatabase(config.data);
  let stopHub: () => Promise<void> = async () => {};
  const hub = async () => {
    const started = await startHub({
      database,
      keysFolder: keysFolder(config.data),
      log,
    });
    stopHub = () => started.stop();
    return started;
  };
  try {
    const clock = makeHubClock(savedAnchor(database.db), lastEntryAt(database.db));
    const access = openAccess({ db: database.db, clock, random: systemRandom });
    const url = publicUrl(config, config.port, networkInterfaces());
    return await work(
      localAdmin(
        access,
        hub,
        () => url,
        (wish) =>
          takeBackup({ ...wish, database: database.file, keysFolder: keysFolder(config.data) }),
      ),
    );
  } catch (error) {
    throw startError(error, database.file);
  } finally {
    await stopHub();
    database.close();
  }
}
