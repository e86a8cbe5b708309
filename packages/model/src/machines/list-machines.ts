import { releaseMachine } from "../goals/release/index.ts";
import { introductionMachine } from "../introduction/index.ts";
import { meetingMachine } from "../meeting/index.ts";
import { deliveryMachine } from "../notice/index.ts";
import { claimMachine } from "../organization/index.ts";
import { postingMachine } from "../posting/index.ts";
import { bookingMachine, lotMachine, saleMachine } from "../recovery/machine.ts";
import { listRegisters } from "../register/index.ts";
import { reportMachine } from "../report/index.ts";
import { importMachine } from "../return/file/index.ts";
import { returnMachine } from "../return/index.ts";
import type { Machine } from "../state/index.ts";
import { tradeFileMachine } from "../supply/trade/machine.ts";
import { batchMachine } from "../trace/batch/index.ts";

/** The machines that no register declares. */
export const ownMachines = {
  posting: postingMachine,
  introduction: introductionMachine,
  return: returnMachine,
  return_import: importMachine,
  release: releaseMachine,
  meeting: meetingMachine,
  claim: claimMachine,
  report: reportMachine,
  batch: batchMachine,
  booking: bookingMachine,
  sale: saleMachine,
  lot: lotMachine,
  trade_file: tradeFileMachine,
  webhook_delivery: deliveryMachine,
} as const;

/** Every state machine of the product, each once. [SM3] */
export function listMachines(): readonly Machine[] {
  const all: readonly Machine[] = [
    ...Object.values(ownMachines),
    ...listRegisters().map(({ machine }) => machine),
  ];
  return [...new Map(all.map((one) => [one.name, one])).values()];
}
