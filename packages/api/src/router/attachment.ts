import { readAttachment, removeAttachment, uploadAttachment } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const attachmentRouter = router({
  upload: fromMutation(uploadAttachment),
  read: fromQuery(readAttachment),
  remove: fromMutation(removeAttachment),
});
