import { parentPort } from "node:worker_threads";
import { type MeetingData, type ReleaseData, renderMeeting, renderRelease } from "@lilink/documents/paper";

/** What is to be laid out; a release is a PDF in any case. */
export type PrintTask = { readonly locale: "zh-CN" | "en" } & (
  | { readonly paper: "release"; readonly data: ReleaseData }
  | { readonly paper: "meeting"; readonly data: MeetingData; readonly type: "pdf" | "xlsx" }
);

/** A thread that lays out one paper and ends: hundreds of rows take seconds, which the worker's loop does not have. */
parentPort?.once("message", async (task: PrintTask) => {
  const bytes =
    task.paper === "release"
      ? await renderRelease(task.data, task.locale)
      : await renderMeeting(task.data, task.locale, task.type);
  parentPort?.postMessage(bytes);
});
