import {
  acceptIntroduction,
  askIntroduction,
  decideEntry,
  declineIntroduction,
  endIntroduction,
  listIntroductions,
  loadIntroduction,
  prepareIntroduction,
  proposeEntry,
  withdrawIntroduction,
  writeMessage,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const introductionRouter = router({
  prepare: fromQuery(prepareIntroduction),
  ask: fromMutation(askIntroduction),
  list: fromQuery(listIntroductions),
  load: fromQuery(loadIntroduction),
  accept: fromMutation(acceptIntroduction),
  decline: fromMutation(declineIntroduction),
  withdraw: fromMutation(withdrawIntroduction),
  end: fromMutation(endIntroduction),
  write: fromMutation(writeMessage),
  propose: fromMutation(proposeEntry),
  decide: fromMutation(decideEntry),
});
