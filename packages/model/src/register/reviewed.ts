import { machine } from "../state/index.ts";

/** The way of most records: written, reviewed by another person, published, revised beside the published version. [RG3] */
export const reviewed = machine({
  name: "record",
  start: "draft",
  states: {
    draft: { edit: "draft" },
    in_review: { review: true },
    published: { live: true },
    withdrawn: { end: true },
  },
  steps: {
    submit: { from: ["draft"], to: "in_review", who: "owner", guard: "complete", tell: "officers" },
    publish: { from: ["in_review"], to: "published", who: "officer" },
    return: { from: ["in_review"], to: "draft", who: "officer", reason: true, tell: "owner" },
    revise: { from: ["published"], to: "draft", who: "owner" },
    discard: { from: ["draft"], to: "published", who: "owner", guard: "hasLive" },
    withdraw: { from: ["draft", "published"], to: "withdrawn", who: "owner", reason: true },
  },
});
