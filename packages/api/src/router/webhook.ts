import { createWebhook, listWebhooks, pauseWebhook, removeWebhook, replayWebhook } from "@lilink/services";
import { fromMutation, fromQuery, router } from "../kernel/trpc.ts";

export const webhookRouter = router({
  list: fromQuery(listWebhooks),
  create: fromMutation(createWebhook),
  pause: fromMutation(pauseWebhook),
  remove: fromMutation(removeWebhook),
  replay: fromMutation(replayWebhook),
});
