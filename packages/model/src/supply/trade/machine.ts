import { machine } from "../../state/index.ts";

/** A file of trade: nothing of it counts before it is taken whole. [SU3] */
export const tradeFileMachine = machine({
  name: "trade_file",
  start: "open",
  states: { open: { edit: "live" }, taken: { end: true }, dropped: { end: true } },
  steps: {
    take: { from: ["open"], to: "taken", who: "officer" },
    drop: { from: ["open"], to: "dropped", who: "officer" },
  },
});
