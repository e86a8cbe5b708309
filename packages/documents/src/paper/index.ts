export { renderApplications } from "../fund/render-applications.ts";
export type { MeetingData } from "../meeting/meeting-data.ts";
export { renderMeeting } from "../meeting/render-meeting.ts";
export { type ReleaseData, renderRelease } from "../release/render-release.ts";
export type { PrintTask } from "../task/paper-task.ts";
export type { Paper, PaperBlock, PaperColumn } from "./paper.ts";
export { renderPaper } from "./render-paper.ts";
