import type { PolicyEventType, PolicyStatus } from "@lilink/model/governance";
import type { Pair } from "./define-words.ts";

export const policyEventWords: Readonly<Record<PolicyEventType, Pair>> = {
  proposed: ["提出", "Proposed"],
  consultation_opened: ["开始征求意见", "Consultation opened"],
  consultation_closed: ["征求意见结束", "Consultation closed"],
  adopted: ["通过", "Adopted"],
  issued: ["印发", "Issued"],
  in_force: ["施行", "In force"],
  amended: ["修改", "Amended"],
  suspended: ["暂停实施", "Suspended"],
  resumed: ["恢复实施", "Resumed"],
  evaluated: ["评估", "Evaluated"],
  repealed: ["废止", "Repealed"],
  lapsed: ["失效", "Lapsed"],
};

export const policyStatusWords: Readonly<Record<PolicyStatus, Pair>> = {
  draft: ["起草", "Draft"],
  consultation: ["征求意见", "Consultation"],
  adopted: ["已通过", "Adopted"],
  issued_not_in_force: ["已印发，未施行", "Issued, not in force"],
  force_day_unknown: ["已印发，施行日未登记", "Issued, effective date unknown"],
  in_force: ["施行中", "In force"],
  suspended: ["暂停中", "Suspended"],
  effect_unconfirmed: ["效力待确认", "Effect unconfirmed"],
  repealed: ["已废止", "Repealed"],
  lapsed: ["已失效", "Lapsed"],
};
