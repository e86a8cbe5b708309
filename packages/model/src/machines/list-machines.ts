import { appointmentMachine } from "../appointment/machine.ts";
import { engagementMachine, pairMachine } from "../engagement/index.ts";
import { guestMachine, hallPlanMachine } from "../event/machine.ts";
import {
  applicationMachine,
  awardMachine,
  milestoneMachine,
  paymentMachine,
  relayClaimMachine,
  relayResultMachine,
  relayStepMachine,
  reviewMachine,
} from "../fund/life/index.ts";
import { releaseMachine } from "../goals/release/index.ts";
import { incentiveClaimMachine } from "../incentive/machine.ts";
import { introductionMachine, supportMachine } from "../introduction/index.ts";
import { meetingMachine } from "../meeting/index.ts";
import { deliveryMachine } from "../notice/index.ts";
import { claimMachine, contestMachine } from "../organization/index.ts";
import { postingMachine } from "../posting/index.ts";
import { bookingMachine, lotMachine, saleMachine } from "../recovery/machine.ts";
import { listRegisters } from "../register/index.ts";
import { reportMachine } from "../report/index.ts";
import { importMachine } from "../return/file/index.ts";
import { returnMachine } from "../return/index.ts";
import type { Machine } from "../state/index.ts";
import { tradeFileMachine } from "../supply/trade/machine.ts";
import { batchMachine } from "../trace/batch/index.ts";
import { denialMachine } from "../trace/item/denial.ts";

/** The machines that no register declares. */
export const ownMachines = {
  posting: postingMachine,
  introduction: introductionMachine,
  support_ticket: supportMachine,
  appointment: appointmentMachine,
  return: returnMachine,
  return_import: importMachine,
  release: releaseMachine,
  meeting: meetingMachine,
  claim: claimMachine,
  fact_contest: contestMachine,
  report: reportMachine,
  batch: batchMachine,
  denial: denialMachine,
  booking: bookingMachine,
  sale: saleMachine,
  lot: lotMachine,
  trade_file: tradeFileMachine,
  event_guest: guestMachine,
  event_plan: hallPlanMachine,
  webhook_delivery: deliveryMachine,
  incentive_claim: incentiveClaimMachine,
  engagement: engagementMachine,
  proposed_pair: pairMachine,
  fund_application: applicationMachine,
  fund_review: reviewMachine,
  fund_award: awardMachine,
  fund_payment: paymentMachine,
  fund_milestone: milestoneMachine,
  relay_result: relayResultMachine,
  relay_claim: relayClaimMachine,
  relay_step: relayStepMachine,
} as const;

/** Every state machine of the product, each once. [SM3] */
export function listMachines(): readonly Machine[] {
  const all: readonly Machine[] = [
    ...Object.values(ownMachines),
    ...listRegisters().map(({ machine }) => machine),
  ];
  return [...new Map(all.map((one) => [one.name, one])).values()];
}
