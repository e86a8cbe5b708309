import {
  closeEmergency,
  listEmergencies,
  listEmergencyPostings,
  openEmergency,
  readEmergencyPosting,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const emergencyRouter = router({
  list: fromQuery(listEmergencies),
  open: fromMutation(openEmergency),
  close: fromMutation(closeEmergency),
  postings: fromQuery(listEmergencyPostings),
  read: fromMutation(readEmergencyPosting),
});
