import { createLog } from "@lilink/watch";

/** The operator's log. Cookies, keys and passwords never get there. */
export const log = createLog("web", process.env.LOG_LEVEL || "info");
