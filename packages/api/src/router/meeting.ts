import {
  addItem,
  addSeat,
  callMeeting,
  closeMeeting,
  endDecision,
  holdMeeting,
  listMeetings,
  listOwnDecisions,
  loadMeeting,
  noteItem,
  readPaper,
  recordDecision,
  removeSeat,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const meetingRouter = router({
  list: fromQuery(listMeetings),
  load: fromQuery(loadMeeting),
  paper: fromQuery(readPaper),
  ownDecisions: fromQuery(listOwnDecisions),
  convene: fromMutation(callMeeting),
  addItem: fromMutation(addItem),
  noteItem: fromMutation(noteItem),
  addSeat: fromMutation(addSeat),
  removeSeat: fromMutation(removeSeat),
  hold: fromMutation(holdMeeting),
  decide: fromMutation(recordDecision),
  close: fromMutation(closeMeeting),
  endDecision: fromMutation(endDecision),
});
