/** What is filed, answered and published with its answer. */
export const answeredWords = {
  states: {
    in_review: ["待答复", "Awaiting an answer"],
    adopted: ["采纳", "Adopted"],
    partly: ["部分采纳", "Adopted in part"],
    not_adopted: ["未采纳", "Not adopted"],
    noted: ["已记录", "Noted"],
  },
  steps: {
    recall: ["取回修改", "Take back to edit"],
    adopt: ["采纳", "Adopt"],
    adopt_partly: ["部分采纳", "Adopt in part"],
    decline: ["不采纳", "Do not adopt"],
    note: ["记录在案", "Take note"],
  },
  duties: { answer: ["须答复", "To be answered"] },
} as const;
