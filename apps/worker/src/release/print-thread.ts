import { parentPort } from "node:worker_threads";
import { type ReleaseData, renderRelease } from "@lilink/documents/paper";

type Task = { readonly data: ReleaseData; readonly locale: "zh-CN" | "en" };

/** A thread that lays out one paper and ends: hundreds of rows take seconds, which the worker's loop does not have. */
parentPort?.once("message", async ({ data, locale }: Task) => {
  parentPort?.postMessage(await renderRelease(data, locale));
});
