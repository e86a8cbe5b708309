import { type MeetingData, type ReleaseData, renderMeeting, renderRelease } from "@lilink/documents/paper";
import { answerTasks } from "../thread/answer-tasks.ts";

/** What is to be laid out; a release is a PDF in any case. */
export type PrintTask = { readonly locale: "zh-CN" | "en" } & (
  | { readonly paper: "release"; readonly data: ReleaseData }
  | { readonly paper: "meeting"; readonly data: MeetingData; readonly type: "pdf" | "xlsx" }
);

// A thread that lays out papers: hundreds of rows take seconds, which the worker's loop does not have.
answerTasks((task: PrintTask) =>
  task.paper === "release"
    ? renderRelease(task.data, task.locale)
    : renderMeeting(task.data, task.locale, task.type),
);
