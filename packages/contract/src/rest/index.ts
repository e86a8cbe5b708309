/** What leaves by the REST face: the shapes of its answers. Node alone: nothing of this is for the browser. */
export * from "./basic.ts";
export * from "./batch.ts";
export * from "./battery.ts";
export * from "./chain.ts";
export * from "./draft.ts";
export * from "./goal.ts";
export * from "./introduction.ts";
export * from "./match.ts";
export * from "./operation.ts";
export * from "./organization.ts";
export * from "./posting.ts";
export * from "./quota.ts";
export * from "./record.ts";
export * from "./release.ts";
export * from "./residual.ts";
export * from "./return.ts";
export * from "./team.ts";
