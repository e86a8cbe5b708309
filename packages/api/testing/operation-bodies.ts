import { listRegisters, openStepsOf } from "@lilink/model/register";
import { sampleValues } from "@lilink/model/testing";
import { recoveryFace } from "./recovery-face.ts";
import { question } from "./support-face.ts";

const contact = { name: "Order desk", email: "desk@buyer.example" };
/** How a body asks to be introduced. */
export const interest = { aim: "sample", message: "We would like a sample of ten kilograms.", contact };

/** What each operation that changes something is asked with, by its name. */
export const operationBodies: Readonly<Record<string, object>> = {
  ...recoveryFace.bodies,
  "posting.create": { kind: "need" },
  "posting.saveDraft": { revision: 0, content: {}, levels: {} },
  "posting.renew": { validDays: 30 },
  "return.saveValues": { version: 2, values: [{ component: "cpk", raw: "1", revision: 0 }] },
  "return.saveExplanation": { version: 2, check: "missing", text: "As planned." },
  "return.submit": { version: 2 },
  "return.correct": { version: 2, reason: "Not asked for." },
  ...Object.fromEntries(
    listRegisters().flatMap((register) => [
      [`${register.name}.save`, { values: sampleValues(register, "key") }],
      [`${register.name}.step`, { step: openStepsOf(register, register.machine.start)[0], revision: 1 }],
    ]),
  ),
  "use.set": { terms: null },
  "use.accept": { version: 1 },
  "support.open": { introduction: "AAAAAAAAAAAA", ...question },
  "support.write": { body: "We look at it." },
  "support.reopen": { reason: "Damp again." },
  "introduction.decline": { reason: "other" },
  "introduction.ask": { posting: "AAAAAAAAAAAA", ...interest },
};
