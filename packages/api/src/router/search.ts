import {
  changeSavedSearch,
  countPostings,
  jump,
  listSavedSearches,
  removeSavedSearch,
  saveSearch,
  searchPostings,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const searchRouter = router({
  postings: fromQuery(searchPostings),
  count: fromQuery(countPostings),
  jump: fromQuery(jump),
  save: fromMutation(saveSearch),
  listSaved: fromQuery(listSavedSearches),
  change: fromMutation(changeSavedSearch),
  remove: fromMutation(removeSavedSearch),
});
