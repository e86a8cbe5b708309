export * from "./attachment/attachment.ts";
export * from "./fault/to-faults.ts";
export * from "./job/job.ts";
export * from "./page/page.ts";
export * from "./posting/content.ts";
export * from "./session/sign-in.ts";
