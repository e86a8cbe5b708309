import { machine } from "../state/index.ts";

/** A place for a test: the laboratory answers, whoever asked may withdraw. [TR76] */
export const bookingMachine = machine({
  name: "booking",
  start: "asked",
  states: { asked: {}, confirmed: {}, declined: { end: true }, withdrawn: { end: true } },
  steps: {
    confirm: { from: ["asked"], to: "confirmed", who: "asked" },
    decline: { from: ["asked"], to: "declined", who: "asked" },
    withdraw: { from: ["asked", "confirmed"], to: "withdrawn", who: "asker" },
  },
});

/** A sale that the seller tells; the buyer confirms or disputes it once. [TR77] */
export const saleMachine = machine({
  name: "sale",
  start: "told",
  states: { told: {}, confirmed: { end: true }, disputed: { end: true } },
  steps: {
    confirm: { from: ["told"], to: "confirmed", who: "asked" },
    dispute: { from: ["told"], to: "disputed", who: "asked" },
  },
});

/** A lot that its holder offers; one that was withdrawn is offered again under its name. [TR81] */
export const lotMachine = machine({
  name: "lot",
  start: "offered",
  states: { offered: {}, withdrawn: {} },
  steps: {
    withdraw: { from: ["offered"], to: "withdrawn", who: "owner" },
    offer: { from: ["withdrawn"], to: "offered", who: "owner" },
  },
});
