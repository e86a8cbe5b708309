import { returnForm, returnRound } from "@lilink/db/schema";
import { and, isNull, lt } from "drizzle-orm";

/** A return that was never handed in though its round is due: it is overdue, and what came late is not. [RT4] */
export const neverCame = (now: Date) => and(isNull(returnForm.submittedAt), lt(returnRound.dueAt, now));
