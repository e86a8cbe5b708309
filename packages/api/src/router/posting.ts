import {
  createPosting,
  loadPosting,
  publishPosting,
  returnPosting,
  saveDraft,
  submitPosting,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const postingRouter = router({
  create: fromMutation(createPosting),
  saveDraft: fromMutation(saveDraft),
  submit: fromMutation(submitPosting),
  publish: fromMutation(publishPosting),
  return: fromMutation(returnPosting),
  load: fromQuery(loadPosting),
});
