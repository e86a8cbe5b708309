import { createInstallerBoss, JOB_GRANTS } from "./boss.ts";
import { DEAD_LETTER_QUEUE, JOB_NAMES, policyOf, QUEUE_SETTINGS, settingsOf } from "./queue.ts";

/** Makes or upgrades the queue's own schema as the owner, so that the worker needs no right to make tables. */
export async function installJobs(ownerUrl: string, names: readonly string[] = JOB_NAMES): Promise<void> {
  const boss = createInstallerBoss(ownerUrl);
  const failures: Error[] = [];
  boss.on("error", (error) => failures.push(error));
  await boss.start();
  try {
    await boss.createQueue(DEAD_LETTER_QUEUE, { retentionSeconds: QUEUE_SETTINGS.retentionSeconds });
    for (const name of names) {
      await boss.createQueue(name, { ...settingsOf(name), policy: policyOf(name) });
      await boss.updateQueue(name, settingsOf(name));
    }
    for (const grant of JOB_GRANTS) await boss.getDb().executeSql(grant);
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failures[0] !== undefined) throw failures[0];
}
