import {
  chooseNotices,
  countUnread,
  listNoticeChoices,
  listNotices,
  readAllNotices,
  readNotice,
  readNoticesOf,
} from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const noticeRouter = router({
  list: fromQuery(listNotices),
  countUnread: fromQuery(countUnread),
  read: fromMutation(readNotice),
  readOf: fromMutation(readNoticesOf),
  readAll: fromMutation(readAllNotices),
  listChoices: fromQuery(listNoticeChoices),
  choose: fromMutation(chooseNotices),
});
