import { machine } from "../state/index.ts";

/** An event on its way to one address. A replay sends it anew. [WH6] */
export const deliveryMachine = machine({
  name: "webhook_delivery",
  start: "waiting",
  states: { waiting: {}, sent: {}, dead: {} },
  steps: {
    arrive: { from: ["waiting"], to: "sent", who: "job" },
    giveUp: { from: ["waiting"], to: "dead", who: "job" },
    replay: { from: ["sent", "dead"], to: "waiting", who: "owner" },
  },
});
export type DeliveryState = keyof typeof deliveryMachine.states;
