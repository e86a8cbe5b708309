import { machine } from "../../state/index.ts";

/** Opened, closed, judged, audited. Only a closed batch without faults is balanced; what cannot be mended is refused. [TR43] */
export const batchMachine = machine({
  name: "batch",
  start: "open",
  states: {
    open: { edit: "live" },
    closed: { edit: "live" },
    balanced: { review: true },
    refused: { review: true },
    audited: { end: true },
  },
  steps: {
    close: { from: ["open"], to: "closed", who: "owner" },
    reopen: { from: ["closed"], to: "open", who: "owner" },
    balance: { from: ["closed"], to: "balanced", who: "owner", guard: "balanced" },
    refuse: { from: ["closed"], to: "refused", who: "owner", reason: true },
    return: { from: ["balanced", "refused"], to: "closed", who: "officer", reason: true },
    audit: { from: ["balanced", "refused"], to: "audited", who: "officer", reason: true },
  },
});
