import {
  closeRound,
  correctReturn,
  listOwnReturns,
  listReturnQueue,
  listRounds,
  loadReturn,
  loadReturnReview,
  openRound,
  queryReturn,
  saveExplanation,
  saveValues,
  submitReturn,
  verifyReturn,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const returnRouter = router({
  openRound: fromMutation(openRound),
  closeRound: fromMutation(closeRound),
  rounds: fromQuery(listRounds),
  list: fromQuery(listOwnReturns),
  load: fromQuery(loadReturn),
  saveValues: fromMutation(saveValues),
  saveExplanation: fromMutation(saveExplanation),
  submit: fromMutation(submitReturn),
  correct: fromMutation(correctReturn),
  queue: fromQuery(listReturnQueue),
  loadReview: fromQuery(loadReturnReview),
  query: fromMutation(queryReturn),
  verify: fromMutation(verifyReturn),
});
