import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigError, readWorkerConfig } from "@lilink/contract/config";
import { call, callJob, openKernel, readSigner, resealSecrets, signHeads } from "@lilink/services";
import { createLog, serveMetrics, startTracing, takeConsole, toErrorNote } from "@lilink/watch";
import { createCaptureHandler } from "./battery/capture-handler.ts";
import { startBeat } from "./beat.ts";
import { createHandlers } from "./handlers.ts";
import { openMailbox } from "./mail/open-mailbox.ts";
import { createMailSender } from "./mail/send-mail.ts";
import { buildOf, keepMarket } from "./market/keep-market.ts";
import { createMetrics } from "./metric/create-metrics.ts";
import { openPress } from "./print/open-press.ts";
import { createRecordImportHandler } from "./record/import-handler.ts";
import { createReleaseHandler } from "./release/release-handler.ts";
import { createTalentHandler } from "./release/talent-handler.ts";
import { createImportHandler } from "./return/import-handler.ts";
import { startWorker } from "./start-worker.ts";
import { createWebhookSender } from "./webhook/send-webhooks.ts";

async function main(): Promise<void> {
  const config = readWorkerConfig(process.env);
  const log = createLog("worker", config.logLevel);
  takeConsole(log);
  const tracing = startTracing("lilink-worker", config.traceEndpoint);
  const kernel = openKernel({
    databaseUrl: config.databaseUrl,
    traceUrl: config.traceUrl,
    filesFolder: join(config.dataDir, "files"),
    name: "lilink-worker",
    connections: 4,
    guard: { sealKeys: config.sealKeys },
  });
  const mailbox = openMailbox({
    ...(config.smtpUrl === undefined ? {} : { smtpUrl: config.smtpUrl }),
    folder: join(config.dataDir, "mail"),
    from: config.mailFrom,
    publicUrl: config.publicUrl,
  });
  const build = buildOf(fileURLToPath(import.meta.url));
  const kept = keepMarket({ dataDir: config.dataDir, build, log });
  kept.market.rehearse();
  const signer = config.auditKeyFile ? readSigner(config.auditKeyFile) : null;
  if (!signer) log.warn("no AUDIT_KEY_FILE: the audit chains are kept and nobody signs them");
  const sendMail = createMailSender({ kernel, mailbox, publicUrl: config.publicUrl, log });
  const readThread = new URL("../dist/read-table-thread.mjs", import.meta.url);
  const protection = {
    file: config.disclosureFile,
    thread: new URL("../dist/protect-thread.mjs", import.meta.url),
    log,
  };
  const handlers = createHandlers(kernel, kept.market, {
    sendMail,
    sendWebhooks: createWebhookSender(kernel, config.webhookTargets),
    makeRelease: createReleaseHandler(kernel, protection),
    rollUpTalent: createTalentHandler(kernel, protection),
    signer,
    press: openPress(new URL("../dist/print-thread.mjs", import.meta.url), config.demo),
    importReturn: createImportHandler(kernel, readThread),
    importRecord: createRecordImportHandler(kernel, readThread),
    takeBatteries: createCaptureHandler(kernel, readThread),
  });
  const worker = await startWorker({
    url: config.databaseUrl,
    directUrl: config.directDatabaseUrl,
    handlers,
    log,
  });
  // What was written before the first five minutes are over is signed too.
  if (signer) await callJob(kernel, { id: kernel.newId(), name: "audit.sign" }, signHeads(signer), {});
  const { unknown } = await call(kernel, { kind: "job", job: "webhook.send" }, resealSecrets, {});
  if (unknown > 0)
    log.error({ addresses: unknown }, "secrets of webhooks are sealed under a key that SEAL_KEYS lacks");
  const metrics = config.metricsPort
    ? await serveMetrics(createMetrics(kernel.pool), config.metricsPort)
    : null;
  const beat = startBeat(kernel.pool);
  log.info("worker is ready");
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    beat.stop();
    metrics?.close();
    await worker.stop().catch((error) => log.warn(toErrorNote(error), "the worker did not stop in order"));
    kept.stop();
    await Promise.all([kernel.pool.end(), kernel.tracePool?.end()]);
    await tracing?.stop();
    log.info("worker has stopped");
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  // Whoever started us is gone without a word.
  process.on("disconnect", stop);
}

main().catch((error: unknown) => {
  const log = createLog("worker", "error");
  if (error instanceof ConfigError) log.fatal(error.message);
  else log.fatal(toErrorNote(error), "the worker could not start");
  process.exit(1);
});
