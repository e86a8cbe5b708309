/**
 * What a vote of the seats settles: a record of a register that waits in this state, and the step that a carried vote takes it by, or a lost
 * one. Without a quorum it waits on. [VO6]
 */
export const settledByVote = {
  weakLink: { waits: "candidate", carried: "confirm", lost: "reject" },
  roadmapItem: { waits: "proposed", carried: "adopt", lost: null },
  laboratoryChange: { waits: "proposed", carried: "decide", lost: "reject" },
} as const;
export type VotedRegister = keyof typeof settledByVote;
export const votedRegisters = [
  "weakLink",
  "roadmapItem",
  "laboratoryChange",
] as const satisfies readonly VotedRegister[];
