/** The form that ticks of the own postings belong to. */
export const bulkForm = "own-bulk";
